package dev.berth.cli.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.Finding;
import dev.berth.rules.objects.ObjectRule;
import dev.berth.rules.objects.ObjectRules;
import dev.berth.rules.objects.ObjectSet;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes away, one by one, what 208 mutations took away to see which scanner notices, and sees a
 * rule of Berth's own go red for each that opens something.
 */
class MutationTest {

  private static ObjectSet team;
  private static ObjectSet platform;

  @BeforeAll
  static void render() throws IOException {
    TwelveAgents fleet = TwelveAgents.rendered();
    team = fleet.team("support");
    platform = fleet.platform();
  }

  private static List<Mutation> ofKubernetes() {
    return Stream.of(
            PodMutations.all(),
            GatewayMutations.all(),
            VolumeMutations.volumes(),
            VolumeMutations.secrets(),
            WorkloadMutations.all(),
            NetworkMutations.all(),
            NamespaceMutations.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutation> ofPlatform() {
    return Stream.of(ClusterMutations.all(), PlatformMutations.pools(), PlatformMutations.rest())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void nothingIsWrongWithWhatIsRendered() throws IOException {
    TwelveAgents fleet = TwelveAgents.rendered();
    assertEquals(List.of(), ObjectRules.judge(fleet.platform()));
    for (String each : List.of("operations", "research", "sales", "support")) {
      ObjectSet objects = fleet.team(each);
      assertTrue(objects.objects().size() > 20, each);
      assertEquals(List.of(), ObjectRules.judge(objects));
    }
  }

  /** 75 and 37 that some scanner noticed, 72 and 24 that none did. */
  @Test
  void everyMutationOfTheReportIsHere() {
    assertEquals(75, ofKubernetes().stream().filter(Mutation::seen).count());
    assertEquals(72, ofKubernetes().stream().filter(each -> !each.seen()).count());
    List<Mutation> ofGoogle =
        Stream.concat(ofPlatform().stream(), GrantMutations.all().stream()).toList();
    assertEquals(37, ofGoogle.stream().filter(Mutation::seen).count());
    assertEquals(24, ofGoogle.stream().filter(each -> !each.seen()).count());
    Set<String> names =
        Stream.concat(ofKubernetes().stream(), ofGoogle.stream())
            .map(Mutation::name)
            .collect(Collectors.toSet());
    assertEquals(147 + 61, names.size());
  }

  @TestFactory
  Stream<DynamicTest> aRuleGoesRedForEach() {
    Stream<DynamicTest> ofTeam =
        Stream.of(
                ofKubernetes(),
                GrantMutations.all(),
                OwnMutations.ofTeam(),
                KnowledgeMutations.all(),
                OwnMutations.elsewhere())
            .flatMap(List::stream)
            .map(each -> DynamicTest.dynamicTest(each.name(), () -> judge(each, team)));
    return Stream.concat(
        ofTeam,
        Stream.of(
                ofPlatform(),
                OwnMutations.ofPlatform(),
                GuardMutations.admission(),
                GuardMutations.network())
            .flatMap(List::stream)
            .map(each -> DynamicTest.dynamicTest(each.name(), () -> judge(each, platform))));
  }

  private static void judge(Mutation mutation, ObjectSet of) {
    Mutant mutant = new Mutant(of);
    mutation.first().accept(mutant);
    ObjectSet before = new Mutant(mutant.objects()).objects();
    assertEquals(List.of(), ObjectRules.judge(before), "before the change");
    mutation.change().accept(mutant);
    ObjectSet after = mutant.objects();
    assertNotEquals(before, after, "nothing was changed");
    Set<String> red =
        ObjectRules.judge(after).stream()
            .map(Finding::code)
            .collect(Collectors.toCollection(TreeSet::new));
    if (mutation.rule().isEmpty()) {
      assertFalse(mutation.why().isBlank(), "a reason");
      assertEquals(Set.of(), red);
    } else {
      assertTrue(red.contains(mutation.rule()), () -> mutation.rule() + " is not among " + red);
    }
  }

  @Test
  void everyRuleIsProvenByAMutation() {
    Set<String> proven =
        Stream.of(
                ofKubernetes(),
                ofPlatform(),
                GrantMutations.all(),
                OwnMutations.ofTeam(),
                KnowledgeMutations.all(),
                OwnMutations.ofPlatform(),
                GuardMutations.admission(),
                GuardMutations.network())
            .flatMap(List::stream)
            .map(Mutation::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> unproven =
        ObjectRules.all().stream().map(ObjectRule::id).filter(id -> !proven.contains(id)).toList();
    assertEquals(List.of(), unproven);
  }
}
