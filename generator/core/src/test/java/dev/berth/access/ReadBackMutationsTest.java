package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.berth.Fleets;
import dev.berth.SampleFleet;
import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import dev.berth.render.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read back changes with everything that lets somebody do more, or less. */
class ReadBackMutationsTest {

  private static final Plan PLAN = RenderedFleet.plan(SampleFleet.of(), environment(false));
  private static final SortedSet<Edge> SAID = Edge.of(AccessMap.of(PLAN));

  private static final String POLICY = "kubernetes/agent/network-policy.yaml";
  private static final String DENY = "kubernetes/team/network-policy.yaml";
  private static final String HOSTS = "kubernetes/agent/fqdn-network-policy.yaml";
  private static final String ROLE = "kubernetes/team/role.yaml";
  private static final String BINDING = "kubernetes/team/role-binding.yaml";
  private static final String SECRETS = "kubernetes/agent/secret-provider-class.yaml";

  @Test
  void withoutAMutationBothSayTheSame() {
    assertEquals(SAID, ReadBack.of(RenderedFleet.made(PLAN)));
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of(
            "a policy for every pod",
            POLICY,
            "podSelector:\n    matchLabels:\n      app.kubernetes.io/instance: {{ agent|yaml }}",
            "podSelector: {}"),
        Arguments.of("one rule less", POLICY, "{% if metadata %}", "{% if false %}"),
        Arguments.of("one rule for all", POLICY, "{% if metadata %}", "{% if true %}"),
        Arguments.of("a wider address", POLICY, "169.254.169.254/32", "169.254.0.0/16"),
        Arguments.of("every address", POLICY, "cidr: {{ server|yaml }}", "cidr: 0.0.0.0/0"),
        Arguments.of("another port", POLICY, "port: 80", "port: 8080"),
        Arguments.of(
            "no port at all",
            POLICY,
            "      ports:\n        - protocol: UDP",
            "      x:\n        - protocol: UDP"),
        Arguments.of(
            "every namespace",
            POLICY,
            "namespaceSelector:\n"
                + "            matchLabels:\n"
                + "              kubernetes.io/metadata.name: kube-system\n"
                + "          podSelector:\n"
                + "            matchLabels:\n"
                + "              k8s-app: kube-dns",
            "namespaceSelector: {}"),
        Arguments.of(
            "the whole of kube-system",
            POLICY,
            "          podSelector:\n            matchLabels:\n              k8s-app: kube-dns\n",
            ""),
        Arguments.of(
            "callers from everywhere",
            POLICY,
            "metrics %}\n  ingress:\n",
            "metrics %}\n  ingress:\n    - {}\n"),
        Arguments.of("metrics at the gateway", POLICY, "port: 9464", "port: 18789"),
        Arguments.of(
            "collectors from everywhere",
            POLICY,
            "            matchLabels:\n              kubernetes.io/metadata.name: gmp-system",
            "            matchLabels: {}"),
        Arguments.of(
            "any pod beside the collectors",
            POLICY,
            "          podSelector:\n"
                + "            matchLabels:\n"
                + "              app.kubernetes.io/name: collector\n",
            ""),
        Arguments.of(
            "more than Google's APIs", POLICY, "cidr: {{ address|yaml }}", "cidr: 199.36.0.0/16"),
        Arguments.of(
            "Google's APIs on every port",
            POLICY,
            "cidr: {{ address|yaml }}\n      ports:",
            "cidr: {{ address|yaml }}\n      x:"),
        Arguments.of(
            "every host", HOSTS, "    - matches:\n", "    - matches:\n        - pattern: \"*\"\n"),
        Arguments.of(
            "hosts without names", HOSTS, "- name: {{ name|yaml }}", "- pattern: \"*.com\""),
        Arguments.of("hosts on another port", HOSTS, "port: 443", "port: 80"),
        Arguments.of("hosts on every port", HOSTS, "      ports:", "      x:"),
        Arguments.of(
            "hosts of nobody",
            HOSTS,
            "instance: {{ agent|yaml }}\n  egress",
            "instance: nobody\n  egress"),
        Arguments.of("a verb more", ROLE, "[get, list, watch]", "[get, list, watch, delete]"),
        Arguments.of("a verb less", ROLE, "[get, list, watch]", "[get, list]"),
        Arguments.of("another subresource", ROLE, "pods/log", "pods/exec"),
        Arguments.of("a resource more", ROLE, "[pods]", "[pods, secrets]"),
        Arguments.of(
            "every group of the API",
            ROLE,
            "apiGroups: [\"\"]\n    resources: [pods]",
            "apiGroups: [\"*\"]\n    resources: [pods]"),
        Arguments.of(
            "a subject more",
            BINDING,
            "subjects:\n",
            "subjects:\n  - { kind: Group, name: \"system:authenticated\" }\n"),
        Arguments.of("users for groups", BINDING, "kind: {{ subject.kind|yaml }}", "kind: User"),
        Arguments.of(
            "somewhere else", BINDING, "namespace: {{ team|yaml }}", "namespace: kube-system"),
        Arguments.of(
            "another role",
            BINDING,
            "kind: Role\n  name: team-reader",
            "kind: Role\n  name: other"),
        Arguments.of(
            "a secret more",
            SECRETS,
            "    secrets: |\n",
            "    secrets: |\n"
                + "      - { resourceName: projects/p/secrets/other/versions/latest, path: other"
                + " }\n"),
        Arguments.of(
            "secrets under another name", SECRETS, "path: {{ secret.path|yaml }}", "path: key"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void aMutatedTemplateIsNoticed(String what, String template, String from, String to) {
    assertNotEquals(
        SAID,
        ReadBack.of(RenderedFleet.made(PLAN, RenderedFleet.mutated(template, from, to))),
        what);
  }

  /** The team's policy and the agent's both shut the door, so one of them may be ajar. */
  @Test
  void aDoorIsOpenOnlyWhenBothPoliciesLeaveItOpen() {
    for (String direction : List.of("Ingress", "Egress")) {
      String other = direction.equals("Ingress") ? "Egress" : "Ingress";
      String both = "policyTypes: [Ingress, Egress]";
      String one = "policyTypes: [" + other + "]";
      Templates ajar = RenderedFleet.mutated(POLICY, both, one);
      assertEquals(SAID, ReadBack.of(RenderedFleet.made(PLAN, ajar)));
      Templates open = new Templates(with(ajar, DENY, RenderedFleet.mutated(DENY, both, one)));
      assertNotEquals(SAID, ReadBack.of(RenderedFleet.made(PLAN, open)), direction);
    }
  }

  /** An agent's policy that is too wide opens nothing inside while the tier above it stands. */
  @Test
  void theTierAboveClosesWhatAPolicyLeavesOpen() {
    Plan plan = RenderedFleet.plan(SampleFleet.of(), environment(true));
    SortedSet<Edge> said = Edge.of(AccessMap.of(plan));
    Templates wide =
        RenderedFleet.mutated(
            POLICY,
            "            matchLabels:\n              k8s-app: kube-dns",
            "            matchLabels: {}");
    assertEquals(said, ReadBack.of(RenderedFleet.made(plan, wide)));
    String tier = "kubernetes/cluster/cluster-network-policy.yaml";
    Templates passing = RenderedFleet.mutated(tier, "action: Deny", "action: Pass");
    Templates both = new Templates(with(wide, tier, passing));
    assertNotEquals(said, ReadBack.of(RenderedFleet.made(plan, both)));
    Templates deaf = RenderedFleet.mutated(tier, "number: 53", "number: 54");
    assertNotEquals(said, ReadBack.of(RenderedFleet.made(plan, deaf)));
  }

  private static Environment environment(boolean tier) {
    Environment dev = Fleets.environment();
    return new Environment(
        dev.name(),
        dev.target(),
        dev.density(),
        dev.gke(),
        new Environment.Network(dev.network().hostRules(), tier, true),
        dev.secrets(),
        dev.storageClass(),
        dev.from());
  }

  private static Map<String, String> with(Templates some, String template, Templates from) {
    Map<String, String> all = new HashMap<>(some.texts());
    all.put(template, from.texts().get(template));
    return all;
  }

  static Stream<Arguments> inputs() {
    String folder = "ManagedFolderIamMember";
    String secret = "SecretIamMember";
    return Stream.of(
        input("a wider role", folder, "role", "roles/storage.objectAdmin"),
        input("another's folder", folder, "managedFolder", "agents/support/triage/"),
        input("the folder above all agents", folder, "managedFolder", "agents/"),
        input("everybody", folder, "member", "allUsers"),
        input(
            "a whole team",
            folder,
            "member",
            "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/"
                + "acme-agents-dev.svc.id.goog/namespace/support"),
        input("another's secret", secret, "secretId", "other"),
        input("who may change secrets", secret, "role", "roles/secretmanager.admin"),
        input("another topic", "TopicIAMMember", "topic", "other"),
        input("no end", "TopicIAMMember", "condition", Map.of("expression", "true")),
        input(
            "another end",
            "TopicIAMMember",
            "condition",
            Map.of("expression", "request.time < timestamp(\"2037-04-01T00:00:00Z\")")),
        input("a role on the project", "IAMMember", "role", "roles/editor"),
        input("an agent on the project", "IAMMember", "member", "user:avery@example.com"));
  }

  private static Arguments input(String what, String kind, String property, Object value) {
    UnaryOperator<List<Made>> change = made -> changed(made, kind, property, value);
    return Arguments.of(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void aMutatedGrantIsNoticed(String what, UnaryOperator<List<Made>> change) {
    assertNotEquals(SAID, ReadBack.of(change.apply(RenderedFleet.made(PLAN))), what);
  }

  @Test
  void aGrantMoreOrLessIsNoticed() {
    List<Made> made = RenderedFleet.made(PLAN);
    for (Made each : made) {
      if (each.inputs().containsKey("member")) {
        List<Made> less = new ArrayList<>(made);
        less.remove(each);
        assertNotEquals(SAID, ReadBack.of(less), each::name);
      }
    }
  }

  /** The first of a kind, with one input changed. */
  private static List<Made> changed(List<Made> made, String kind, String property, Object value) {
    List<Made> all = new ArrayList<>(made);
    int at = all.indexOf(made.stream().filter(each -> each.kind().equals(kind)).findFirst().get());
    Made before = all.get(at);
    Map<String, Object> inputs = new TreeMap<>(before.inputs());
    inputs.put(property, value);
    all.set(at, new Made(before.type(), before.name(), inputs));
    return all;
  }
}
