package dev.berth.check;

import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import java.util.OptionalInt;

/**
 * A machine type.
 *
 * @param vcpus whole virtual processors
 * @param sharedMillicores what GKE leaves of a shared core: 1060m of 2000m are reserved
 */
public record Machine(String type, int vcpus, ByteSize memory, OptionalInt sharedMillicores) {

  /** What a node keeps free so that it need not evict: the kubelet's default on GKE. */
  private static final long EVICTION_MEBIBYTES = 100;

  /** What GKE's own DaemonSets ask for on every node (logging, metrics, storage, networking). */
  private static final long SYSTEM_PODS_MEBIBYTES = 100;

  /**
   * What pods can ask for, by GKE's formula
   * (https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes).
   */
  public Cpu allocatableCpu() {
    int reserved = 60;
    reserved += vcpus > 1 ? 10 : 0;
    reserved += 5 * Math.max(0, Math.min(vcpus, 4) - 2);
    double rest = 2.5 * Math.max(0, vcpus - 4);
    return new Cpu(sharedMillicores.orElse(vcpus * 1000 - reserved - (int) Math.ceil(rest)));
  }

  /** The same formula for memory, less what GKE's own pods ask for. */
  public ByteSize allocatableMemory() {
    long left = memory.mebibytes();
    double reserved = 0;
    long[] gibibytes = {4, 4, 8, 112};
    double[] shares = {0.25, 0.20, 0.10, 0.06};
    for (int step = 0; step < shares.length; step++) {
      long part = Math.min(left, gibibytes[step] << 10);
      reserved += part * shares[step];
      left -= part;
    }
    reserved += left * 0.02;
    return new ByteSize(
        memory.mebibytes()
            - (long) Math.ceil(reserved)
            - EVICTION_MEBIBYTES
            - SYSTEM_PODS_MEBIBYTES);
  }

  /** As far as a limit can reach. */
  public Cpu wholeCpu() {
    return new Cpu(vcpus * 1000);
  }
}
