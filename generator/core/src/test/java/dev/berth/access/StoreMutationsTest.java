package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.berth.Environments;
import dev.berth.SampleFleet;
import dev.berth.model.SecretStore;
import dev.berth.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read back changes with everything by which a store's secrets reach somebody else. */
class StoreMutationsTest {

  private static final Plan GOOGLE = plan(SecretStore.Kind.EXTERNAL_SECRETS);
  private static final Plan VAULT = plan(SecretStore.Kind.VAULT);
  private static final Plan BY_HAND = plan(SecretStore.Kind.KUBERNETES);

  private static final String COPY = "kubernetes/agent/external-secret.yaml";
  private static final String OF_GOOGLE = "kubernetes/agent/secret-store-google.yaml";
  private static final String OF_VAULT = "kubernetes/agent/secret-store-vault.yaml";
  private static final String ROLE = "kubernetes/agent/token-role.yaml";
  private static final String BINDING = "kubernetes/agent/token-role-binding.yaml";

  private static Plan plan(SecretStore.Kind kind) {
    return Environments.withEveryStore().stream()
        .filter(each -> each.secrets().kind() == kind)
        .map(each -> RenderedFleet.plan(SampleFleet.of(), each))
        .findFirst()
        .orElseThrow();
  }

  private static SortedSet<Edge> said(Plan plan) {
    return Edge.of(AccessMap.of(plan));
  }

  @Test
  void withoutAMutationBothSayTheSame() {
    for (Plan plan : List.of(GOOGLE, VAULT, BY_HAND)) {
      assertEquals(said(plan), ReadBack.of(RenderedFleet.made(plan)));
    }
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of(
            "every token of the team", ROLE, "    resourceNames: [{{ agent|yaml }}]\n", ""),
        Arguments.of("another's token", ROLE, "Names: [{{ agent|yaml }}]", "Names: [triage]"),
        Arguments.of("the account itself", ROLE, "serviceaccounts/token", "serviceaccounts"),
        Arguments.of("a verb more", ROLE, "[create]", "[create, delete]"),
        Arguments.of("a right more", ROLE, "rules:\n", "rules:\n" + RIGHT),
        Arguments.of("another controller", BINDING, "name: {{ controller|yaml }}", "name: default"),
        Arguments.of(
            "a controller of another place",
            BINDING,
            "namespace: {{ controllerNamespace|yaml }}",
            "namespace: {{ team|yaml }}"),
        Arguments.of(
            "every account of the cluster",
            BINDING,
            "subjects:\n",
            "subjects:\n  - { kind: Group, name: \"system:serviceaccounts\" }\n"),
        Arguments.of("another role", BINDING, "kind: Role\n  name: {{", "kind: Role\n  name: x{{"),
        Arguments.of("a secret more", COPY, "  data:\n", "  data:\n" + SECRET),
        Arguments.of(
            "under another key", COPY, "secretKey: {{ secret.key|yaml }}", "secretKey: key"),
        Arguments.of(
            "into another Secret", COPY, "target:\n    name: {{", "target:\n    name: x{{"),
        Arguments.of(
            "from another store", COPY, "SecretStore\n    name: {{", "SecretStore\n    name: x{{"),
        Arguments.of(
            "from a store of all", COPY, "    kind: SecretStore", "    kind: ClusterSecretStore"),
        Arguments.of("in another place", COPY, "namespace: {{ team|yaml }}", "namespace: default"));
  }

  private static final String RIGHT =
      "  - { apiGroups: [\"\"], resources: [secrets], verbs: [get] }\n";
  private static final String SECRET = "    - { secretKey: x, remoteRef: { key: x } }\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void aMutationIsNoticedWhoeverKeepsTheSecrets(
      String what, String template, String from, String to) {
    mustBeNoticed(what, GOOGLE, template, from, to);
    mustBeNoticed(what, VAULT, template, from, to);
  }

  static Stream<Arguments> ofVault() {
    return Stream.of(
        Arguments.of("another server", "{{ server|yaml }}", "https://example.org"),
        Arguments.of("another engine", "{{ mount|yaml }}", "kv"),
        Arguments.of("another login", "mountPath: kubernetes", "mountPath: other"),
        Arguments.of("a role of all", "{{ role|yaml }}", "all"),
        Arguments.of("another's account", "name: {{ agent|yaml }}\n            aud", ACCOUNT),
        Arguments.of("a token for others", "{{ audience|yaml }}", "https://example.org"));
  }

  private static final String ACCOUNT = "name: triage\n            aud";

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofVault")
  void aMutatedStoreOfVaultIsNoticed(String what, String from, String to) {
    mustBeNoticed(what, VAULT, OF_VAULT, from, to);
  }

  @Test
  void aMutatedSecretOfVaultIsNoticed() {
    mustBeNoticed("all of it", VAULT, COPY, "        property: {{ secret.property|yaml }}\n", "");
    mustBeNoticed("elsewhere", VAULT, COPY, "key: {{ secret.remote|yaml }}", "key: berth");
  }

  @Test
  void aMutatedStoreOfSecretManagerIsNoticed() {
    mustBeNoticed("elsewhere", GOOGLE, OF_GOOGLE, "projectID: {{ project|yaml }}", "projectID: x");
    String account = "serviceAccountRef:\n            name: ";
    String others = account + "triage";
    mustBeNoticed("another's", GOOGLE, OF_GOOGLE, account + "{{ agent|yaml }}", others);
    mustBeNoticed("as nobody", GOOGLE, OF_GOOGLE, account + "{{ agent|yaml }}", account + "x");
  }

  private static void mustBeNoticed(
      String what, Plan plan, String template, String from, String to) {
    List<Made> made = RenderedFleet.made(plan, RenderedFleet.mutated(template, from, to));
    assertNotEquals(said(plan), ReadBack.of(made), what);
  }

  @Test
  void aMutatedVolumeIsNoticed() {
    mustBeNoticed("another Secret", (source, item) -> source.put("secret", "other"));
    mustBeNoticed("another key", (source, item) -> item.put("key", "other"));
    mustBeNoticed("another file", (source, item) -> item.put("path", "other"));
    mustBeNoticed("nothing", (source, item) -> source.put("items", List.of()));
  }

  /** The first file of the first agent's volume, in every store. */
  private static void mustBeNoticed(
      String what, BiConsumer<Map<String, Object>, Map<String, Object>> change) {
    for (Plan plan : List.of(GOOGLE, VAULT, BY_HAND)) {
      List<Made> made = new ArrayList<>(RenderedFleet.made(plan));
      Made release = made.stream().filter(Made::release).findFirst().orElseThrow();
      Map<String, Object> inputs = new TreeMap<>(release.inputs());
      Map<String, Object> values = inner(inputs, "values");
      Map<String, Object> secrets = inner(values, "secrets");
      List<Object> sources = new ArrayList<>(Made.list(secrets.get("sources")));
      Map<String, Object> source = new TreeMap<>(Made.map(sources.get(0)));
      List<Object> items = new ArrayList<>(Made.list(source.get("items")));
      Map<String, Object> item = new TreeMap<>(Made.map(items.get(0)));
      items.set(0, item);
      source.put("items", items);
      sources.set(0, source);
      secrets.put("sources", sources);
      change.accept(source, item);
      made.set(made.indexOf(release), new Made(release.type(), release.name(), inputs));
      assertNotEquals(said(plan), ReadBack.of(made), what);
    }
  }

  private static Map<String, Object> inner(Map<String, Object> outer, String key) {
    Map<String, Object> copy = new TreeMap<>(Made.map(outer.get(key)));
    outer.put(key, copy);
    return copy;
  }
}
