package dev.berth.local.gateway;

import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The channels that are no part of OpenClaw: plugins of their own, which npm brings into an agent's
 * state folder.
 *
 * @param program of the version that the plugins must have, too
 * @param around the variables of whoever starts it: npm's settings are among them
 * @param npmCache a folder that is shared, so that one agent's download is the next one's
 */
public record ChannelPlugins(
    OpenClawProgram program, String version, Map<String, String> around, Path npmCache) {

  /** Channels that OpenClaw brings itself (docs/channels/index.md in its package). */
  private static final Set<String> BUNDLED = Set.of("telegram");

  private static final Duration MOST = Duration.ofMinutes(10);

  private static final int HEAP_MEBIBYTES = 1024;

  /** OpenClaw could not install a plugin. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String what) {
      super(what);
    }

    /** One imperative sentence. */
    public String mend() {
      return "connect to the network, where npm reaches its registry, and run this again";
    }
  }

  /** Those of {@code channels} that are plugins, sorted. */
  public static List<String> among(List<String> channels) {
    return channels.stream().filter(each -> !BUNDLED.contains(each)).distinct().sorted().toList();
  }

  /**
   * Installs those of {@code plugins} that an agent does not have yet. Its gateway must not run.
   *
   * @param folder whose state folder is there
   * @param plugins e.g. {@code discord}
   */
  public void ensure(AgentFolder folder, List<String> plugins, Consumer<String> progress)
      throws IOException, InterruptedException, Refused {
    for (String plugin : plugins) {
      Path mark = folder.state().resolve("berth-plugins").resolve(plugin);
      if (!Files.exists(mark) || !Files.readString(mark).strip().equals(version)) {
        progress.accept("Installing the channel %s %s from npm".formatted(plugin, version));
        install(folder, plugin);
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, version + "\n");
      }
    }
  }

  /**
   * OpenClaw refuses to install into a state whose configuration it may not write: it is shown
   * another one, which goes again.
   */
  private void install(AgentFolder folder, String plugin)
      throws IOException, InterruptedException, Refused {
    Files.createDirectories(folder.temporary());
    Path scratch =
        Files.createTempDirectory(
            folder.temporary(),
            "plugin-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path configuration = scratch.resolve("openclaw.json");
    try {
      Files.writeString(configuration, "{\"gateway\":{\"mode\":\"local\"}}\n");
      Map<String, String> variables = variables(folder, configuration);
      // --force: a plugin of another version is in its way, and one of this version costs nothing.
      OpenClawProgram.Ran ran =
          program.run(
              List.of("plugins", "install", "--force", "@openclaw/" + plugin + "@" + version),
              variables,
              folder.temporary(),
              MOST);
      if (ran.exitCode() != 0) {
        throw new Refused(
            "the plugin of the channel %s, @openclaw/%s@%s, could not be installed: %s"
                .formatted(plugin, plugin, version, reason(ran)));
      }
    } finally {
      delete(scratch);
    }
  }

  private Map<String, String> variables(AgentFolder folder, Path configuration) {
    Map<String, String> variables =
        GatewayVariables.of(folder, program.node(), around, HEAP_MEBIBYTES);
    variables.remove("OPENCLAW_CONFIG_READONLY");
    variables.remove("OPENCLAW_OFFLINE");
    variables.put("OPENCLAW_CONFIG_PATH", configuration.toString());
    variables.put("npm_config_cache", npmCache.toString());
    String home = around.get("HOME");
    if (home != null) {
      variables.put("npm_config_userconfig", home + "/.npmrc");
    }
    around.forEach(
        (name, value) -> {
          if (name.toLowerCase(Locale.ROOT).startsWith("npm_config_")) {
            variables.put(name, value);
          }
        });
    return variables;
  }

  /** npm's own code where there is one; else the last line. */
  private static String reason(OpenClawProgram.Ran ran) {
    if (ran.tookTooLong()) {
      return "it took more than " + MOST.toMinutes() + " minutes";
    }
    String said = ran.err() + "\n" + ran.out();
    return said.lines()
        .filter(line -> line.contains("npm error code "))
        .map(line -> "npm says " + line.substring(line.indexOf("code ") + "code ".length()))
        .findFirst()
        .or(() -> said.lines().filter(line -> !line.isBlank()).reduce((before, line) -> line))
        .orElse("exit code " + ran.exitCode());
  }

  private static void delete(Path folder) throws IOException {
    try (var there = Files.walk(folder)) {
      for (Path each : there.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
