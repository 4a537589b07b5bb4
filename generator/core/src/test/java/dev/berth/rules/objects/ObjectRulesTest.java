package dev.berth.rules.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.Severity;
import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectRulesTest {

  @Test
  void everyRuleSaysWhatItIsAndWhereThatIsWritten() {
    assertTrue(ObjectRules.all().size() > 60);
    for (ObjectRule rule : ObjectRules.all()) {
      assertTrue(rule.id().matches("[a-z]+(-[a-z]+)*"), rule.id());
      assertTrue(rule.source().startsWith("https://"), rule.id());
      assertTrue(rule.reason().matches("(?s)\\S.*[^.]"), rule.id());
      assertTrue(rule.mend().matches("(?s)[a-z].*[^.]"), rule.id());
    }
  }

  @Test
  void noTwoRulesHaveOneId() {
    Set<String> ids = ObjectRules.all().stream().map(ObjectRule::id).collect(Collectors.toSet());
    assertEquals(ids.size(), ObjectRules.all().size());
  }

  /** An admission policy says each of these under the same id. */
  @Test
  void theIdsOfRulesOnPodsAreAContract() {
    assertEquals(
        List.of(
            "debug-container",
            "disk-group",
            "environment-twice",
            "host-access",
            "image-not-pulled",
            "image-repository",
            "image-unpinned",
            "knowledge-sidecar",
            "limits-absent",
            "other-account",
            "privileges",
            "probe-host",
            "root-user",
            "seccomp-absent",
            "secret-in-environment",
            "secret-in-gateway",
            "service-links",
            "token-mounted",
            "volume-kind",
            "volume-readable",
            "volume-unbounded",
            "writable-root"),
        ObjectRules.ofPods().stream().map(ObjectRule::id).toList());
  }

  /** A waiver names an agent: it fits nothing of the platform, of a team, or of Google's rights. */
  @Test
  void whatIsNoAgentsIsForNoAgentToWaive() {
    Set<String> binding =
        Stream.of(
                Roles.RULES,
                ClusterGuards.RULES,
                GoogleGrants.RULES,
                GoogleCluster.RULES,
                GoogleNodes.RULES,
                GoogleStorage.RULES)
            .flatMap(List::stream)
            .map(ObjectRule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    binding.addAll(
        Set.of(
            "default-deny-missing",
            "limit-range-missing",
            "namespace-foreign",
            "namespace-unguarded",
            "quota-missing"));
    assertEquals(
        binding,
        ObjectRules.all().stream()
            .filter(each -> !each.waivable())
            .map(ObjectRule::id)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Someone who starts a pod by another kind of object gets around nothing. */
  @Test
  void everyKindThatStartsPodsIsLookedInto() {
    Map<String, Object> bare = Map.of("containers", List.of(Map.of("name", "x", "image", "x")));
    Map<String, Object> template = Map.of("spec", Map.of("template", Map.of("spec", bare)));
    for (String kind : List.of("Deployment", "DaemonSet", "Job", "StatefulSet")) {
      assertTrue(found(kind, template).contains("image-unpinned"), kind);
    }
    assertTrue(found("Pod", Map.of("spec", bare)).contains("image-unpinned"));
    assertTrue(
        found("CronJob", Map.of("spec", Map.of("jobTemplate", template)))
            .contains("image-unpinned"));
  }

  private static Set<String> found(String kind, Map<String, Object> content) {
    RenderedObject object =
        new RenderedObject(kind, "x", "support", content, false, Origin.BUILT_IN);
    ObjectSet set = new ObjectSet("support", "", Set.of(), false, List.of(object));
    return ObjectRules.judge(set).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(each -> each.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
