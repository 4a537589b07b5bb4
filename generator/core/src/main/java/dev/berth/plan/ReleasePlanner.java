package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Image;
import dev.berth.model.ModelId;
import dev.berth.model.Pool;
import dev.berth.model.Requests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent's workload: the values of its Helm release and of its openclaw.json. */
final class ReleasePlanner {

  /** Of the memory limit: what is left is Node's own, SQLite's and the helper processes'. */
  private static final double HEAP_SHARE = 0.75;

  /** Balanced persistent disk: what every GKE machine type takes. */
  private static final String STORAGE_CLASS = "standard-rwo";

  private final HostCatalogue hosts;
  private final Environment environment;
  private final SecretPlanner secrets;

  ReleasePlanner(HostCatalogue hosts, Environment environment) {
    this.hosts = hosts;
    this.environment = environment;
    this.secrets = new SecretPlanner(environment);
  }

  /**
   * @param pool empty for any node
   * @param knowledge empty when what it learns stays on its disk
   */
  HelmRelease plan(
      Agent agent,
      Optional<Pool> pool,
      List<SecretNeed> needs,
      Optional<CarriedKnowledge> knowledge) {
    Map<String, Object> values = new LinkedHashMap<>(values(agent, pool, needs));
    knowledge.ifPresent(carried -> values.put("knowledge", carried.values()));
    return new HelmRelease(
        agent.id() + "/release",
        agent.id(),
        Collections.unmodifiableMap(values),
        agent.soul().value(),
        openclaw(agent, needs),
        agent.from());
  }

  private Map<String, Object> values(Agent agent, Optional<Pool> pool, List<SecretNeed> needs) {
    return Inputs.of(
        "image", image(agent.image().value()),
        "owner", agent.id().team().text(),
        "version", agent.openclaw().value().text(),
        "serviceAccountName", agent.id().agent().text(),
        "resources", resources(agent),
        "heapMebibytes", heapMebibytes(agent),
        "storage",
            Inputs.of(
                "size", agent.limits().disk().value().toString(), "className", storageClass()),
        "secrets", secrets.delivery(agent, needs),
        "nodeSelector",
            pool.map(each -> Map.of(NodePool.POOL_LABEL, each.name().text())).orElse(Map.of()),
        "tolerations", pool.map(ReleasePlanner::tolerations).orElse(List.of()),
        "runtimeClassName", pool.filter(Pool::gvisor).map(sandboxed -> "gvisor").orElse(""));
  }

  /** Node's heap, for a process that may take so much memory in all. */
  static int heapMebibytes(Agent agent) {
    return (int) (agent.limits().memory().value().mebibytes() * HEAP_SHARE);
  }

  static Map<String, Object> image(Image image) {
    return Inputs.of(
        "repository", image.repository(),
        "tag", image.tag(),
        "digest", "sha256:" + image.digest());
  }

  /** Empty for the cluster's default. */
  private String storageClass() {
    return environment.gke().isPresent() ? STORAGE_CLASS : environment.storageClass().orElse("");
  }

  private Map<String, Object> resources(Agent agent) {
    Requests requests = agent.effectiveRequests(environment.density());
    return Inputs.of(
        "requests",
            Inputs.of(
                "cpu", requests.cpu().value().toString(),
                "memory", requests.memory().value().toString()),
        "limits",
            Inputs.of(
                "cpu", agent.limits().cpu().value().toString(),
                "memory", agent.limits().memory().value().toString()));
  }

  private static List<Map<String, Object>> tolerations(Pool pool) {
    List<Map<String, Object>> tolerations = new ArrayList<>();
    for (Pool.Taint taint : NodePool.allTaints(pool)) {
      tolerations.add(
          Inputs.of(
              "key", taint.key(),
              "operator", "Equal",
              "value", taint.value(),
              "effect", taint.effect().toString()));
    }
    if (pool.accelerator().isPresent()) {
      // GKE taints every node that has a GPU.
      tolerations.add(
          Inputs.of("key", "nvidia.com/gpu", "operator", "Exists", "effect", "NoSchedule"));
    }
    return tolerations;
  }

  private Map<String, Object> openclaw(Agent agent, List<SecretNeed> needs) {
    ModelId model = agent.model().value();
    Map<String, OpenClawValues.Reference> references = new LinkedHashMap<>();
    needs.forEach(need -> references.put(need.key(), OpenClawValues.Reference.file(need.key())));
    return OpenClawValues.of(
        agent,
        OpenClawValues.Place.POD,
        new OpenClawValues.ModelServer(
            model,
            hosts.provider(model.provider()).orElseThrow().baseUrl(),
            OpenClawValues.Reference.file(Secrets.MODEL_KEY).values(),
            false),
        agent.channels(),
        references,
        OpenClawValues.Reference.file("gateway-token"));
  }
}
