package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Map;

/** How an agent's one writer and its disk live and are replaced. */
final class AgentStorage {

  private static final String STATEFUL =
      "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/";
  private static final String BUDGET =
      "https://kubernetes.io/docs/tasks/run-application/configure-pdb/";

  static final List<ObjectRule> RULES =
      List.of(
          mustBe(
              "agent-writers",
              "two writers on one SQLite file break it",
              "write replicas: 1",
              1,
              "spec",
              "replicas"),
          mustBe(
              "agent-stuck",
              "an OrderedReady pod that never was ready is not replaced after it is mended",
              "write podManagementPolicy: Parallel",
              "Parallel",
              "spec",
              "podManagementPolicy"),
          mustBe(
              "disk-deleted",
              "an agent's memory goes with its StatefulSet",
              "write persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled:"
                  + " Retain }",
              Map.of("whenDeleted", "Retain", "whenScaled", "Retain"),
              "spec",
              "persistentVolumeClaimRetentionPolicy"),
          error(
              "disk-shared",
              "a disk that a second pod may mount has a second writer",
              "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
              "write one claim template with accessModes: [ReadWriteOncePod]",
              AgentStorage::disks),
          error(
              "budget-missing",
              "a drain takes an agent away without asking",
              BUDGET,
              "add a PodDisruptionBudget that selects the agent's pod",
              AgentStorage::budgets),
          error(
              "budget-blocks",
              "with one replica a budget of none stops every upgrade of its node",
              BUDGET,
              "write maxUnavailable: 1",
              (set, found) ->
                  set.of("PodDisruptionBudget")
                      .map(each -> new Spec(each, each.at("spec", "maxUnavailable")))
                      .filter(each -> each.field().number() < 1)
                      .forEach(each -> found.at(each.object(), each.field(), "must be 1"))));

  private record Spec(RenderedObject object, Field field) {}

  private AgentStorage() {}

  private static ObjectRule mustBe(
      String id, String reason, String mend, Object wanted, String... path) {
    return error(
        id,
        reason,
        STATEFUL,
        mend,
        (set, found) ->
            set.of("StatefulSet")
                .filter(each -> !each.at(path).is(wanted))
                .forEach(each -> found.at(each, each.at(path), "must be " + wanted)));
  }

  private static void disks(ObjectSet set, Found found) {
    set.of("StatefulSet")
        .forEach(
            each -> {
              Field claims = each.at("spec", "volumeClaimTemplates");
              if (claims.items().isEmpty()) {
                found.at(each, claims, "is missing: the agent forgets all with its pod");
              }
              for (Field claim : claims.items()) {
                Field modes = claim.at("spec", "accessModes");
                if (!modes.is(List.of("ReadWriteOncePod"))) {
                  found.at(each, modes, "must be ReadWriteOncePod alone");
                }
              }
            });
  }

  private static void budgets(ObjectSet set, Found found) {
    List<Selector> budgets =
        set.of("PodDisruptionBudget")
            .map(each -> Selector.of(each.at("spec", "selector")))
            .toList();
    for (Pod pod : set.agents()) {
      if (budgets.stream().noneMatch(each -> each.means(pod))) {
        found.at(pod.owner(), pod.labels(), "are selected by no PodDisruptionBudget");
      }
    }
  }
}
