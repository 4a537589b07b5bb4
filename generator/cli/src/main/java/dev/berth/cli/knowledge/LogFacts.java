package dev.berth.cli.knowledge;

import dev.berth.cli.print.Wrapped;
import dev.berth.knowledge.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots of an agent: the shape of {@code berth knowledge log --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param agent {@code team/agent}
 * @param store a URL
 * @param snapshots newest first
 * @param beside copies whose writer came second, newest first
 */
public record LogFacts(
    String format,
    String agent,
    String store,
    List<SnapshotFacts> snapshots,
    List<SnapshotFacts> beside) {

  private static final String FORMAT = "berth-knowledge-log/1";

  /** Of the first column: as many digits as years of snapshots have. */
  private static final int LEAST_WIDTH = 6;

  public static LogFacts of(
      String agent, String store, List<Snapshot> snapshots, List<Snapshot> beside) {
    return new LogFacts(
        FORMAT,
        agent,
        store,
        snapshots.stream().map(SnapshotFacts::of).toList(),
        beside.stream().map(SnapshotFacts::of).toList());
  }

  /** For people: a copy beside stands above the snapshot it was based on. */
  public List<String> lines() {
    if (snapshots.isEmpty() && beside.isEmpty()) {
      return List.of("No snapshot of %s yet.".formatted(agent));
    }
    List<String> lines = new ArrayList<>();
    int width = beside.stream().mapToInt(copy -> copy.id().length()).max().orElse(LEAST_WIDTH);
    List<SnapshotFacts> left = new ArrayList<>(beside);
    for (SnapshotFacts each : snapshots) {
      List<SnapshotFacts> basedOnIt =
          left.stream().filter(copy -> copy.parent() >= each.number()).toList();
      basedOnIt.forEach(copy -> lines.addAll(row(copy, width)));
      left.removeAll(basedOnIt);
      lines.addAll(row(each, width));
    }
    // What is based on an older snapshot than those listed belongs further down.
    if (snapshots.isEmpty() || snapshots.get(snapshots.size() - 1).parent() == 0) {
      left.forEach(copy -> lines.addAll(row(copy, width)));
    }
    return lines;
  }

  private static List<String> row(SnapshotFacts each, int width) {
    return Wrapped.pieces(
        " ".repeat(Math.max(0, width - each.id().length())) + each.id() + "  ",
        List.of(
            "%-24s".formatted(each.at()),
            "%-7s".formatted(each.why()),
            each.holds(),
            each.writerShown()),
        "  ");
  }
}
