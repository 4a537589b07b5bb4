package dev.berth.knowledge.work;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.nio.file.Path;
import java.util.Map;

/**
 * An agent's files on this machine.
 *
 * @param home the folder that holds {@code workspace/} and {@code openclaw.json}; what Berth itself
 *     remembers of them is in {@code .knowledge/} beside them
 * @param declared files that are compiled from declarations and kept elsewhere, such as {@code
 *     workspace/SOUL.md}: pushed with the rest, and never pulled over
 */
public record WorkingCopy(Path home, Map<KnowledgePath, Path> declared) {

  public WorkingCopy {
    declared = Map.copyOf(declared);
  }

  /** Everything is where it belongs. */
  public static WorkingCopy at(Path home) {
    return new WorkingCopy(home, Map.of());
  }
}
