package dev.berth.rules.objects;

import dev.berth.diagnose.Finding;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every rule on rendered things, and how they judge. */
public final class ObjectRules {

  private static final List<ObjectRule> OF_PODS =
      sorted(
          List.of(
              PodSecurity.RULES,
              PodResources.RULES,
              PodSecrets.OF_PODS,
              KnowledgeContainers.RULES));

  private static final List<ObjectRule> ALL =
      sorted(
          List.of(
              OF_PODS,
              PodSecrets.RULES,
              AgentRuntime.RULES,
              AgentStorage.RULES,
              NetworkPolicies.RULES,
              HostPolicies.RULES,
              Services.RULES,
              Namespaces.RULES,
              binding(Roles.RULES),
              binding(ClusterGuards.RULES),
              binding(GoogleGrants.RULES),
              binding(GoogleCluster.RULES),
              binding(GoogleNodes.RULES),
              binding(GoogleStorage.RULES)));

  private ObjectRules() {}

  /** By id. */
  public static List<ObjectRule> all() {
    return ALL;
  }

  /**
   * Those on pods, by id: what an admission policy says in CEL, it says under the same ids. But for
   * {@code image-repository}, which knows what is declared, each looks at one pod alone.
   */
  public static List<ObjectRule> ofPods() {
    return OF_PODS;
  }

  /** Of a family on what belongs to the platform or a team, or on rights. */
  private static List<ObjectRule> binding(List<ObjectRule> family) {
    return family.stream().map(ObjectRule::binding).toList();
  }

  private static List<ObjectRule> sorted(List<List<ObjectRule>> families) {
    return families.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(ObjectRule::id))
        .toList();
  }

  /** All that any rule finds in what is judged together. */
  public static List<Finding> judge(ObjectSet set) {
    List<Finding> found = new ArrayList<>();
    for (ObjectRule rule : ALL) {
      rule.judge()
          .judge(set, (object, field, what) -> found.add(finding(rule, object, field, what)));
    }
    return List.copyOf(found);
  }

  private static Finding finding(ObjectRule rule, RenderedObject object, Field field, String what) {
    SourcePoint at =
        new SourcePoint(object.because().file(), Math.max(1, object.because().line()), 1);
    return new Finding(
        at,
        1,
        rule.severity(),
        rule.id(),
        object.subject(),
        object.kind() + " " + object.name() + ": " + field.path() + " " + what,
        rule.mend());
  }
}
