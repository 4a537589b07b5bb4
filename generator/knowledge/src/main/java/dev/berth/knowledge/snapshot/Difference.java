package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.util.Optional;

/**
 * One name that two trees do not agree on. At least one side is there.
 *
 * @param before empty when it was added
 * @param after empty when it was removed
 */
public record Difference(Optional<Entry> before, Optional<Entry> after) {

  public KnowledgePath path() {
    return before.or(() -> after).orElseThrow().path();
  }
}
