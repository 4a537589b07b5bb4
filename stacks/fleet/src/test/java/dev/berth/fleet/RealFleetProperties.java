package dev.berth.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.render.Rendered;
import dev.berth.resources.RealPlans;
import dev.berth.resources.Registered;
import dev.berth.resources.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Shards as the pipeline really plans and renders them. */
final class RealFleetProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 10)
  void plannedRenderedAndRegisteredAreTheSame(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    List<Rendered> rendered = RealPlans.rendered(plan);
    List<PlannedResource> planned = new ArrayList<>(plan.platform());
    plan.shards().values().forEach(shard -> planned.addAll(RealPlans.of(shard)));
    assertEquals(
        RealPlans.names(planned.stream()),
        RealPlans.names(rendered.stream().map(Rendered::planned)));
    plan.shards()
        .forEach(
            (shard, teams) -> {
              List<PlannedResource> own = RealPlans.of(teams);
              Set<Registered> registered =
                  Registered.by(FleetProgram.PROJECT, "dev-00", program(plan, rendered, teams));
              assertEquals(Registered.expected(RealPlans.only(rendered, own)), registered);
              assertEquals(
                  RealPlans.names(own.stream()),
                  registered.stream()
                      .map(each -> each.type() + " " + each.name())
                      .sorted()
                      .toList());
            });
  }

  @Property(tries = 5)
  void everythingIsPartOfItsTeamOrItsAgent(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    for (List<PlannedTeam> shard : plan.shards().values()) {
      Map<String, Registration> all = registrations(plan, shard);
      for (PlannedTeam team : shard) {
        String group = "berth:fleet:Team " + team.team().name();
        assertTrue(all.containsKey(group), group);
        team.resources().forEach(each -> assertEquals(Optional.of(group), parent(all, each)));
        for (PlannedAgent agent : team.agents()) {
          String own = "berth:fleet:Agent " + agent.id();
          assertEquals(Optional.of(group), all.get(own).parent());
          agent.resources().forEach(each -> assertEquals(Optional.of(own), parent(all, each)));
        }
      }
    }
  }

  private static Optional<String> parent(Map<String, Registration> all, PlannedResource each) {
    return all.get(key(each)).parent();
  }

  /** No pod may run before its walls stand, and nothing before its namespace. */
  @Property(tries = 5)
  void wallsAndRightsComeBeforeTheWorkload(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    for (List<PlannedTeam> shard : plan.shards().values()) {
      Map<String, Registration> all = registrations(plan, shard);
      for (PlannedTeam team : shard) {
        String namespace = team.team().name() + "/namespace";
        for (PlannedResource each : RealPlans.of(List.of(team))) {
          if (each instanceof KubernetesObject && !each.name().equals(namespace)) {
            assertEquals(Set.of(namespace), all.get(key(each)).after(), each.name());
          }
        }
        team.agents()
            .forEach(
                agent -> {
                  PlannedResource release = release(agent);
                  assertEquals(
                      Stream.concat(team.resources().stream(), agent.resources().stream())
                          .map(PlannedResource::name)
                          .filter(name -> !name.equals(release.name()))
                          .collect(Collectors.toSet()),
                      all.get(key(release)).after());
                });
      }
    }
  }

  @Property(tries = 3)
  void theFleetIsReplacedInPlaceAndNothingOfItIsProtected(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    for (List<PlannedTeam> shard : plan.shards().values()) {
      Map<String, Registration> all = registrations(plan, shard);
      for (PlannedResource each : RealPlans.of(shard)) {
        Registration made = all.get(key(each));
        assertTrue(made.deletedBeforeReplaced(), each.name());
        assertFalse(made.guarded(), each.name());
        assertEquals(List.of(), made.ignored(), each.name());
      }
    }
  }

  private static PlannedResource release(PlannedAgent agent) {
    return agent.resources().stream()
        .filter(HelmRelease.class::isInstance)
        .reduce(
            (one, other) -> {
              throw new IllegalStateException("two releases");
            })
        .orElseThrow();
  }

  private static String key(PlannedResource each) {
    return each.type() + " " + each.name();
  }

  private static Map<String, Registration> registrations(Plan plan, List<PlannedTeam> shard) {
    return Registration.by(
        FleetProgram.PROJECT, "dev-00", program(plan, RealPlans.rendered(plan), shard));
  }

  private static FleetProgram program(Plan plan, List<Rendered> rendered, List<PlannedTeam> shard) {
    return new FleetProgram(plan.environment(), RealPlans.only(rendered, RealPlans.of(shard)));
  }
}
