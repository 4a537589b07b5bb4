package dev.berth.declare;

import dev.berth.model.ByteSize;
import dev.berth.model.Pool;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;

/** A node pool, as written. */
public record PoolDeclaration(
    SourcePoint at,
    Optional<Written<String>> machine,
    Optional<Written<Pool.Nodes>> nodes,
    Optional<Written<ByteSize>> disk,
    Optional<Written<Boolean>> spot,
    Optional<Written<String>> sandbox,
    Optional<Accelerator> accelerator,
    List<Named<String, Written<String>>> labels,
    List<Taint> taints) {

  /** GPUs of each node. */
  public record Accelerator(Written<String> type, Optional<Written<Integer>> count) {}

  /** Keeps pods away that do not tolerate it. */
  public record Taint(
      Written<String> key, Optional<Written<String>> value, Written<Pool.Taint.Effect> effect) {}
}
