package dev.berth.local.supervise;

import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the disk says of an agent that no supervisor runs. */
final class DiskReports {

  private DiskReports() {}

  /**
   * @param id {@code research/reader}
   */
  static AgentReport of(String id, AgentFolder folder, Clock clock) throws IOException {
    int port = GatewayPort.remembered(folder.port()).orElse(0);
    Optional<Orphan> orphan = Orphan.read(folder);
    Optional<ProcessHandle> alive = orphan.flatMap(Orphan::alive);
    String version = orphan.map(Orphan::version).orElse("");
    if (alive.isPresent()) {
      ProcessTree tree = new ProcessTree(alive.get());
      return new AgentReport(
          id,
          AgentState.NOT_READY,
          "its supervisor ended without it: nobody restarts it, and its knowledge is not pushed",
          "start it anew: berth up " + id + "; or end it: berth down " + id,
          port,
          alive.get().pid(),
          tree.residentBytes(),
          0,
          version,
          alive
              .get()
              .info()
              .startInstant()
              .map(start -> Math.max(0, Duration.between(start, clock.instant()).toSeconds()))
              .orElse(0L),
          0,
          pushedSecondsAgo(folder, clock));
    }
    return new AgentReport(
        id,
        AgentState.STOPPED,
        orphan.isPresent()
            ? "the machine or its supervisor ended while it ran" + lastSeen(folder)
            : "it was stopped",
        orphan.isPresent() ? "berth up " + id : "",
        port,
        0,
        0,
        0,
        version,
        0,
        0,
        pushedSecondsAgo(folder, clock));
  }

  private static String lastSeen(AgentFolder folder) throws IOException {
    return changed(folder.log())
        .map(at -> "; its log ends at " + at.truncatedTo(ChronoUnit.SECONDS))
        .orElse("");
  }

  static Optional<Long> pushedSecondsAgo(AgentFolder folder, Clock clock) {
    try {
      return changed(folder.pushed())
          .map(at -> Math.max(0, Duration.between(at, clock.instant()).toSeconds()));
    } catch (IOException unread) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> changed(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(Files.getLastModifiedTime(file).toInstant())
        : Optional.empty();
  }
}
