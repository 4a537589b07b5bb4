package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How an agent's one writer lives, is found and is replaced. */
final class WorkloadMutations {

  private static final Map<String, Object> NOBODY = Map.of("app.kubernetes.io/instance", "nobody");

  private WorkloadMutations() {}

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(labels());
    all.addAll(workload());
    all.addAll(service());
    all.addAll(budget());
    return all;
  }

  private static List<Mutation> labels() {
    return List.of(
        seen(
            "labels: instance on pod (selector broken)",
            "labels-unmatched",
            mutant ->
                Mutant.cut(
                    mutant.workload(),
                    "spec",
                    "template",
                    "metadata",
                    "labels",
                    "app.kubernetes.io/instance")),
        unseen(
                "labels: owner, version, part-of, managed-by",
                "",
                mutant -> {
                  for (String[] path :
                      List.of(
                          new String[] {"metadata", "labels"},
                          new String[] {"spec", "template", "metadata", "labels"})) {
                    Mutant.map(Mutant.at(mutant.workload(), path))
                        .keySet()
                        .removeAll(
                            List.of(
                                "owner",
                                "app.kubernetes.io/version",
                                "app.kubernetes.io/part-of",
                                "app.kubernetes.io/managed-by"));
                  }
                })
            .harmless("no policy and no account hangs on them: they are for people"));
  }

  private static List<Mutation> workload() {
    return List.of(
        seen("statefulset: replicas 2", "agent-writers", put(2, "spec", "replicas")),
        unseen(
            "statefulset: podManagementPolicy OrderedReady",
            "agent-stuck",
            put("OrderedReady", "spec", "podManagementPolicy")),
        unseen(
            "statefulset: PVC deleted with it",
            "disk-deleted",
            put("Delete", "spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted")),
        unseen(
            "statefulset: PVC ReadWriteMany",
            "disk-shared",
            mutant ->
                Mutant.put(
                    Mutant.at(mutant.workload(), "spec", "volumeClaimTemplates", "0"),
                    List.of("ReadWriteMany"),
                    "spec",
                    "accessModes")),
        unseen(
            "statefulset: no volumeClaimTemplate",
            "disk-shared",
            mutant -> {
              Mutant.cut(mutant.workload(), "spec", "volumeClaimTemplates");
              Mutant.list(mutant.pod().get("volumes"))
                  .add(Map.of("name", "state", "emptyDir", Map.of()));
            }));
  }

  private static List<Mutation> service() {
    return List.of(
        seen("service: missing", "service-missing", mutant -> mutant.drop("Service", Mutant.AGENT)),
        seen(
            "service: not headless",
            "service-exposed",
            mutant -> Mutant.cut(mutant.of("Service", Mutant.AGENT), "spec", "clusterIP")),
        seen(
            "service: selects nothing",
            "selects-nothing",
            mutant -> Mutant.put(mutant.of("Service", Mutant.AGENT), NOBODY, "spec", "selector")),
        seen("service: LoadBalancer", "service-exposed", type("LoadBalancer")),
        seen("service: NodePort", "service-exposed", type("NodePort")));
  }

  private static List<Mutation> budget() {
    String kind = "PodDisruptionBudget";
    return List.of(
        unseen("PDB: missing", "budget-missing", mutant -> mutant.drop(kind, Mutant.AGENT)),
        unseen(
            "PDB: maxUnavailable 0 (blocks drains)",
            "budget-blocks",
            mutant -> Mutant.put(mutant.of(kind, Mutant.AGENT), 0, "spec", "maxUnavailable")),
        seen(
            "PDB: no policy",
            "budget-blocks",
            mutant -> Mutant.cut(mutant.of(kind, Mutant.AGENT), "spec", "maxUnavailable")),
        unseen(
            "PDB: selects nothing",
            "selects-nothing",
            mutant ->
                Mutant.put(
                    mutant.of(kind, Mutant.AGENT),
                    Map.of("matchLabels", NOBODY),
                    "spec",
                    "selector")));
  }

  private static Consumer<Mutant> put(Object value, String... path) {
    return mutant -> Mutant.put(mutant.workload(), value, path);
  }

  private static Consumer<Mutant> type(String type) {
    return mutant -> {
      Map<String, Object> service = mutant.of("Service", Mutant.AGENT);
      Mutant.cut(service, "spec", "clusterIP");
      Mutant.put(service, type, "spec", "type");
    };
  }
}
