package dev.berth.plan;

import dev.berth.model.Origin;
import dev.berth.model.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pool of nodes agents run on. */
public record NodePool(PlatformNames names, Pool pool, Origin because) implements PlatformResource {

  /** GKE's own label on every node, by which an agent chooses its pool. */
  static final String POOL_LABEL = "cloud.google.com/gke-nodepool";

  /** Keeps agents that did not ask for spot off nodes that may go at any time. */
  static final Pool.Taint SPOT_TAINT =
      new Pool.Taint("cloud.google.com/gke-spot", "true", Pool.Taint.Effect.NO_SCHEDULE);

  @Override
  public String type() {
    return "gcp:container/nodePool:NodePool";
  }

  @Override
  public String name() {
    return names.base() + "-pool-" + pool.name();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "name", pool.name().text(),
        "location", names.region(),
        "cluster", new Ref(names.cluster(), "name"),
        // Totals: the plain limits would count for each of the region's three zones.
        "autoscaling",
            Inputs.of(
                "totalMinNodeCount", pool.nodes().least(),
                "totalMaxNodeCount", pool.nodes().most(),
                "locationPolicy", pool.spot() ? "ANY" : "BALANCED"),
        "management", Inputs.of("autoRepair", true, "autoUpgrade", true),
        "nodeConfig", nodeConfig());
  }

  private Map<String, Object> nodeConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("machineType", pool.machine().value());
    config.put("diskSizeGb", (int) (pool.disk().mebibytes() >> 10));
    config.put("diskType", "pd-balanced");
    config.put("spot", pool.spot());
    config.putAll(hardened(names));
    config.put("kubeletConfig", Inputs.of("insecureKubeletReadonlyPortEnabled", "FALSE"));
    config.put("resourceLabels", labels(names));
    config.put("labels", pool.labels());
    config.put("taints", taints());
    if (pool.gvisor()) {
      config.put("sandboxConfig", Inputs.of("type", "GVISOR"));
    }
    pool.accelerator()
        .ifPresent(
            accelerator ->
                config.put(
                    "guestAccelerators",
                    List.of(
                        Inputs.of(
                            "type", accelerator.type(),
                            "count", accelerator.count(),
                            "gpuDriverInstallationConfig",
                                Inputs.of("gpuDriverVersion", "DEFAULT")))));
    return Collections.unmodifiableMap(config);
  }

  private List<Map<String, Object>> taints() {
    List<Map<String, Object>> taints = new ArrayList<>();
    for (Pool.Taint taint : allTaints(pool)) {
      taints.add(
          Inputs.of(
              "key", taint.key(),
              "value", taint.value(),
              // The Google API spells Kubernetes' effects its own way.
              "effect", taint.effect().name()));
    }
    return taints;
  }

  /** Those written, and the one spot nodes always carry. */
  static List<Pool.Taint> allTaints(Pool pool) {
    List<Pool.Taint> taints = new ArrayList<>(pool.taints());
    if (pool.spot()) {
      taints.add(SPOT_TAINT);
    }
    return taints;
  }

  /** What every node has, whatever its pool. */
  static Map<String, Object> hardened(PlatformNames names) {
    return Inputs.of(
        "serviceAccount", new Ref(names.nodes(), "email"),
        "oauthScopes", List.of("https://www.googleapis.com/auth/cloud-platform"),
        "imageType", "COS_CONTAINERD",
        "metadata", Inputs.of("disable-legacy-endpoints", "true"),
        "workloadMetadataConfig", Inputs.of("mode", "GKE_METADATA"),
        "shieldedInstanceConfig",
            Inputs.of("enableSecureBoot", true, "enableIntegrityMonitoring", true));
  }

  /** For cost allocation and for people in the console. */
  static Map<String, Object> labels(PlatformNames names) {
    return Inputs.of("managed-by", "berth", "environment", names.environment().text());
  }

  @Override
  public boolean guarded() {
    return true;
  }
}
