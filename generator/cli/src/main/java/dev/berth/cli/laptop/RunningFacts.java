package dev.berth.cli.laptop;

import dev.berth.cli.print.Json;
import dev.berth.local.control.AgentReport;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Agents of this machine: the shape of {@code berth status --format json}, and of {@code up},
 * {@code down} and {@code restart} on a laptop.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param folder what the environment has on this machine
 */
public record RunningFacts(String format, String environment, String folder, List<Running> agents) {

  /** The one there is today. */
  public static final String FORMAT = "berth-running/1";

  /**
   * One agent.
   *
   * @param state {@code starting}, {@code ready}, {@code not ready}, {@code draining}, {@code
   *     waiting}, {@code refused} or {@code stopped}
   * @param host its gateway listens on, with {@code port}; the port is 0 before it has one
   * @param pushedSecondsAgo null before its knowledge was first pushed
   */
  public record Running(
      String agent,
      String state,
      String why,
      String mend,
      String host,
      int port,
      long pid,
      long memoryBytes,
      long memoryMostBytes,
      String version,
      long upSeconds,
      int restarts,
      @Nullable Long pushedSecondsAgo,
      String home,
      String log) {

    private static Running of(AgentReport report, AgentFolder folder) {
      return new Running(
          report.id(),
          RunningText.word(report),
          report.why(),
          report.mend(),
          "127.0.0.1",
          report.port(),
          report.pid(),
          report.memoryBytes(),
          report.memoryMostBytes(),
          report.version(),
          report.upSeconds(),
          report.restarts(),
          unboxed(report.pushedSecondsAgo()),
          folder.home().toString(),
          folder.log().toString());
    }

    private static @Nullable Long unboxed(Optional<Long> seconds) {
      return seconds.isPresent() ? seconds.get() : null;
    }
  }

  public static RunningFacts of(
      String environment, EnvironmentFolder folder, List<AgentReport> reports) {
    return new RunningFacts(
        FORMAT,
        environment,
        folder.folder().toString(),
        reports.stream().map(each -> Running.of(each, folder.agent(each.id()))).toList());
  }

  public String json() {
    return Json.print(this);
  }
}
