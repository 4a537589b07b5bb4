package dev.berth.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A node pool.
 *
 * @param machine a Compute Engine machine type, e.g. {@code e2-medium}
 * @param disk of each node
 * @param spot whether nodes may be taken back by Google at any time
 * @param gvisor whether pods run in GKE Sandbox
 * @param labels Kubernetes labels of its nodes
 */
public record Pool(
    Name name,
    Declared<String> machine,
    Nodes nodes,
    ByteSize disk,
    boolean spot,
    boolean gvisor,
    Optional<Accelerator> accelerator,
    SortedMap<String, String> labels,
    List<Taint> taints,
    Origin from) {

  /** Whether pods that ask for nothing special can run here. */
  public boolean takesEveryPod() {
    return !spot
        && !gvisor
        && accelerator.isEmpty()
        && taints.stream().allMatch(taint -> taint.effect() == Taint.Effect.PREFER_NO_SCHEDULE);
  }

  /**
   * How many nodes the autoscaler may keep.
   *
   * @param least 0 to 1000
   * @param most {@code least} to 1000, at least 1
   */
  public record Nodes(int least, int most) {
    public Nodes {
      if (least < 0 || most < 1 || least > most || most > 1000) {
        throw new IllegalArgumentException("nodes out of range: " + least + "-" + most);
      }
    }

    @Override
    public String toString() {
      return least + "-" + most;
    }
  }

  /**
   * GPUs of each node.
   *
   * @param type e.g. {@code nvidia-l4}
   * @param count 1 to 16
   */
  public record Accelerator(String type, int count) {}

  /** Keeps pods off a pool's nodes unless they tolerate it. */
  public record Taint(String key, String value, Effect effect) {

    /** Kubernetes' own words. */
    public enum Effect {
      NO_SCHEDULE("NoSchedule"),
      PREFER_NO_SCHEDULE("PreferNoSchedule"),
      NO_EXECUTE("NoExecute");

      private final String word;

      Effect(String word) {
        this.word = word;
      }

      @Override
      public String toString() {
        return word;
      }
    }
  }
}
