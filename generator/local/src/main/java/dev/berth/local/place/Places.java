package dev.berth.local.place;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Where Berth keeps things on this machine, never in a repository.
 *
 * @param state what agents remember: {@code BERTH_STATE}, else {@code berth} in {@code
 *     XDG_STATE_HOME}, else {@code ~/.local/state/berth}
 *     (https://specifications.freedesktop.org/basedir-spec/latest/)
 * @param tools what can be fetched again, a folder for each tool and version: {@code BERTH_TOOLS},
 *     else {@code berth/tools} in {@code XDG_CACHE_HOME}, else {@code ~/.cache/berth/tools}
 */
public record Places(Path state, Path tools) {

  private static final int KEY_DIGITS = 8;

  /**
   * What the environment's variables say, or what is usual.
   *
   * @param variables the environment's
   * @param home the user's
   */
  public static Places of(Map<String, String> variables, Path home) {
    return new Places(
        named(variables, "BERTH_STATE")
            .or(() -> named(variables, "XDG_STATE_HOME").map(folder -> folder.resolve("berth")))
            .orElse(home.resolve(".local/state/berth")),
        named(variables, "BERTH_TOOLS")
            .or(() -> named(variables, "XDG_CACHE_HOME").map(each -> each.resolve("berth/tools")))
            .orElse(home.resolve(".cache/berth/tools")));
  }

  /** An empty variable counts as unset, and so does one with a relative path, as XDG has it. */
  private static Optional<Path> named(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /**
   * What one environment of one fleet has: {@code laptop-1a2b3c4d}.
   *
   * @param root the folder of fleet.yaml, real and absolute
   */
  public EnvironmentFolder environment(String name, Path root) {
    return new EnvironmentFolder(state.resolve(name + "-" + key(root)));
  }

  private static String key(Path root) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(root.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, KEY_DIGITS);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
