package dev.berth.declare;

import dev.berth.model.ByteSize;
import dev.berth.model.Pool;
import java.util.List;

/** The keys of a node pool. */
final class PoolKeys {

  private static final Key<Written<String>> MACHINE =
      Key.optional(
          "machine",
          "The machine type of its nodes; e2-medium unless written.",
          CloudRules.MACHINE);
  private static final Key<Written<Pool.Nodes>> NODES =
      Key.optional(
          "nodes",
          "The least and the most nodes the autoscaler keeps; 1-10 unless written.",
          CloudRules.NODES);
  private static final Key<Written<ByteSize>> DISK =
      Key.optional("disk", "The disk of each node; 30Gi unless written.", Rules.DISK);
  private static final Key<Written<Boolean>> SPOT =
      Key.optional(
          "spot",
          "Whether Google may take its nodes back at any time, for less money.",
          CloudRules.SPOT);
  private static final Key<Written<String>> SANDBOX =
      Key.optional("sandbox", "Runs pods in GKE Sandbox.", CloudRules.SANDBOX);

  private static final Key<Written<String>> ACCELERATOR_TYPE =
      Key.required("type", "The kind of GPU.", CloudRules.ACCELERATOR);
  private static final Key<Written<Integer>> ACCELERATOR_COUNT =
      Key.optional("count", "How many of them each node has; 1 unless written.", CloudRules.GPUS);
  private static final Key<PoolDeclaration.Accelerator> ACCELERATOR =
      Key.optional(
          "accelerator",
          "GPUs of each node.",
          new Keys<>(
              "`accelerator`",
              List.of(ACCELERATOR_TYPE, ACCELERATOR_COUNT),
              (at, values) ->
                  new PoolDeclaration.Accelerator(
                      values.must(ACCELERATOR_TYPE), values.get(ACCELERATOR_COUNT))));

  private static final Key<List<Named<String, Written<String>>>> LABELS =
      Key.optional(
          "labels",
          "Kubernetes labels of its nodes.",
          new MapOf<>("a label", CloudRules.LABEL_KEY, new Leaf<>(CloudRules.LABEL_VALUE)));

  private static final Key<Written<String>> TAINT_KEY =
      Key.required("key", "The taint's key.", CloudRules.LABEL_KEY);
  private static final Key<Written<String>> TAINT_VALUE =
      Key.optional("value", "The taint's value; empty unless written.", CloudRules.LABEL_VALUE);
  private static final Key<Written<Pool.Taint.Effect>> TAINT_EFFECT =
      Key.required("effect", "What happens to pods without a toleration.", CloudRules.EFFECT);
  private static final Key<List<PoolDeclaration.Taint>> TAINTS =
      Key.optional(
          "taints",
          "Keeps other pods off its nodes; Berth's own agents of this pool tolerate them.",
          new ListOf<>(
              new Keys<>(
                  "a taint",
                  List.of(TAINT_KEY, TAINT_VALUE, TAINT_EFFECT),
                  (at, values) ->
                      new PoolDeclaration.Taint(
                          values.must(TAINT_KEY),
                          values.get(TAINT_VALUE),
                          values.must(TAINT_EFFECT)))));

  static final Keys<PoolDeclaration> SHAPE =
      new Keys<>(
          "a pool",
          List.of(MACHINE, NODES, DISK, SPOT, SANDBOX, ACCELERATOR, LABELS, TAINTS),
          (at, values) ->
              new PoolDeclaration(
                  at,
                  values.get(MACHINE),
                  values.get(NODES),
                  values.get(DISK),
                  values.get(SPOT),
                  values.get(SANDBOX),
                  values.get(ACCELERATOR),
                  values.all(LABELS),
                  values.all(TAINTS)));

  private PoolKeys() {}
}
