package dev.berth.rules.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the cluster refuses and what rules find in rendered objects have the same names. */
class SameRulesTest {

  private static final Path POLICIES = Path.of("..", "..", "templates", "kubernetes", "cluster");

  private static final Pattern MESSAGE = Pattern.compile("(?m)^ +- message: \"([a-z-]+): ");

  private static final String SEVERAL = "needs more than the one object a policy is shown";

  /** Rules no policy says, and why. */
  private static final Map<String, String> UNSAID =
      Map.of(
          "agent-policy-missing", SEVERAL,
          "names-unreachable", SEVERAL,
          "binding-of-nothing", SEVERAL);

  @Test
  void everyRuleOnPodsIsSaid() throws IOException {
    assertEquals(ids(ObjectRules.ofPods()), said("pods"));
  }

  @Test
  void everyRuleOnNetworkPoliciesIsSaid() throws IOException {
    assertEquals(ids(NetworkPolicies.RULES), said("walls"));
  }

  @Test
  void everyRuleOnRightsIsSaid() throws IOException {
    assertEquals(ids(Roles.RULES), said("rights"));
  }

  /** That a namespace was Berth's only the cluster knows. */
  @Test
  void aNamespaceStaysGuarded() throws IOException {
    assertEquals(Set.of("namespace-opened", "namespace-unguarded"), said("namespaces"));
    assertTrue(ids(Namespaces.RULES).contains("namespace-unguarded"));
  }

  /** The table holds no rule that is gone. */
  @Test
  void whatNoPolicySaysIsARule() {
    Set<String> all =
        ObjectRules.all().stream()
            .map(ObjectRule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(all.containsAll(UNSAID.keySet()), UNSAID::toString);
  }

  private static Set<String> ids(List<ObjectRule> rules) {
    return rules.stream()
        .map(ObjectRule::id)
        .filter(id -> !UNSAID.containsKey(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> said(String policy) throws IOException {
    return MESSAGE
        .matcher(Files.readString(POLICIES.resolve(policy + "-policy.yaml")))
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
