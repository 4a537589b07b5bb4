package dev.berth.local.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What npm's own words mean: its codes, not its sentences, which change. */
final class NpmMistake {

  /** {@code npm error code E404} of npm 10 and newer, {@code npm ERR! code E404} before. */
  private static final Pattern CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\S+)");

  private static final Set<String> NO_SUCH = Set.of("E404", "ETARGET", "ENOVERSIONS");

  private static final Set<String> FULL = Set.of("ENOSPC", "EDQUOT");

  private static final Set<String> UNREACHABLE =
      Set.of(
          "EAI_AGAIN",
          "EAI_FAIL",
          "ECONNREFUSED",
          "ECONNRESET",
          "EHOSTUNREACH",
          "ENETUNREACH",
          "ENOTCACHED",
          "ENOTFOUND",
          "EPROTO",
          "ERR_SOCKET_TIMEOUT",
          "ETIMEDOUT",
          "FETCH_ERROR",
          "E502",
          "E503",
          "E504");

  private static final int MOST_WORDS = 300;

  private NpmMistake() {}

  /**
   * @param said all npm printed
   * @param wanted in the user's words, e.g. {@code OpenClaw 2026.9.6}
   * @param registry npm's
   * @param folder where it would have come
   */
  static InstallProblem of(String said, String wanted, String registry, Path folder) {
    Matcher matcher = CODE.matcher(said);
    String code = matcher.find() ? matcher.group(1) : "";
    if (FULL.contains(code) || said.contains("ENOSPC")) {
      return new InstallProblem.DiskFull(wanted, folder);
    }
    if (NO_SUCH.contains(code)) {
      return new InstallProblem.NoSuchVersion(wanted, registry);
    }
    if (UNREACHABLE.contains(code)) {
      return new InstallProblem.Unreachable(wanted, registry, code, folder);
    }
    return new InstallProblem.Refused(wanted, end(said, code));
  }

  private static String end(String said, String code) {
    List<String> lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<String> first =
        lines.stream()
            .filter(line -> line.startsWith("npm error ") || line.startsWith("npm ERR! "))
            .map(line -> line.substring("npm error ".length() - 1).strip())
            .filter(line -> !line.startsWith("code "))
            .findFirst();
    String words =
        WithoutSecrets.of(
            first.orElseGet(() -> lines.isEmpty() ? "no word" : lines.get(lines.size() - 1)));
    String shown = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
    return code.isEmpty() ? shown : code + ": " + shown;
  }
}
