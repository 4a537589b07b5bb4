package dev.berth.e2e.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.model.Origin;
import dev.berth.rules.objects.ObjectRules;
import dev.berth.rules.objects.ObjectSet;
import dev.berth.rules.objects.RenderedObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cluster and the rules on what is rendered say the same: each edit the cluster is asked about
 * in {@link AdmissionLaneTest}, the rules are asked about here.
 */
class AgreementTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Only a cluster knows what a namespace was before. */
  private static final Set<String> OF_THE_CLUSTER_ALONE = Set.of("namespace-opened");

  private static List<KubernetesObject> fleet;

  @BeforeAll
  static void read() throws IOException {
    fleet = KubernetesObject.below(Lane.rendered());
  }

  @TestFactory
  Stream<DynamicTest> anEditIsFoundByTheRuleThatRefusesIt() {
    String agent = first("StatefulSet", "").name();
    return Stream.of(
            judged(PodEdits.all(), first("StatefulSet", "")),
            judged(KnowledgeEdits.all(), first("StatefulSet", "")),
            judged(WallEdits.ofAgent(), first("NetworkPolicy", agent)),
            judged(WallEdits.ofDefaultDeny(), first("NetworkPolicy", "default-deny")),
            judged(RightEdits.ofRole(), first("Role", "")),
            judged(RightEdits.ofBinding(), first("RoleBinding", "")),
            judged(RightEdits.ofNewBinding(), first("RoleBinding", "")),
            judged(NamespaceEdits.all(), first("Namespace", "")))
        .flatMap(each -> each);
  }

  private static KubernetesObject first(String kind, String name) {
    return fleet.stream()
        .filter(each -> each.is(kind) && (name.isEmpty() || each.name().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<DynamicTest> judged(List<Edit> edits, KubernetesObject object) {
    return edits.stream()
        .filter(edit -> !OF_THE_CLUSTER_ALONE.contains(edit.rule()))
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    object.kind() + ": " + edit.what(),
                    () -> agree(edit.rule(), found(object, edit.of(object)))));
  }

  private static void agree(String rule, Set<String> found) {
    if (rule.isEmpty()) {
      assertEquals(Set.of(), found);
    } else {
      assertTrue(found.contains(rule), () -> rule + " is not among " + found);
    }
  }

  /** What is found in the team's objects when one is another. */
  private static Set<String> found(KubernetesObject before, KubernetesObject after) {
    String team = before.is("Namespace") ? before.name() : before.namespace();
    List<RenderedObject> objects = new ArrayList<>();
    for (KubernetesObject each : fleet) {
      if (each.namespace().equals(team) || (each.is("Namespace") && each.name().equals(team))) {
        objects.add(rendered(team, each.equals(before) ? after : each));
      }
    }
    ObjectSet set = new ObjectSet(team, "", repositories(), false, objects);
    return ObjectRules.judge(set).stream()
        .map(each -> each.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static RenderedObject rendered(String team, KubernetesObject object) {
    Map<String, Object> content = JSON.convertValue(object.tree(), new TypeReference<>() {});
    return new RenderedObject(object.kind(), object.name(), team, content, false, Origin.BUILT_IN);
  }

  /** Those of the images as they were rendered. */
  private static Set<String> repositories() {
    return fleet.stream()
        .filter(each -> each.is("StatefulSet"))
        .flatMap(each -> Edit.images(each.tree()))
        .map(image -> image.replaceFirst(":[^:@]+@.*$", ""))
        .collect(Collectors.toSet());
  }
}
