package dev.berth.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.access.AccessMap;
import dev.berth.access.Edge;
import dev.berth.access.Made;
import dev.berth.access.ReadBack;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedTeam;
import dev.berth.render.Rendered;
import dev.berth.resources.RealPlans;
import dev.berth.resources.Registered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FleetAccessProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  /** Stacks are of GKE alone: what a cluster of one's own runs is applied there. */
  @Provide
  Arbitrary<Environment> places() {
    return Arbitraries.of(
        Environments.withEveryStore().stream().filter(each -> each.gke().isPresent()).toList());
  }

  /** What all shards register together allows what the map says, and nothing else. */
  @Property(tries = 15)
  void theMapIsWhatTheRegisteredResourcesAllow(
      @ForAll("fleets") Fleet fleet, @ForAll("places") Environment environment) {
    Plan plan = RealPlans.plan(fleet, environment);
    List<Rendered> rendered = RealPlans.rendered(plan);
    List<Made> made = new ArrayList<>();
    for (List<PlannedTeam> shard : plan.shards().values()) {
      Registered.by(
              FleetProgram.PROJECT,
              "dev-00",
              new FleetProgram(plan.environment(), RealPlans.only(rendered, RealPlans.of(shard))))
          .forEach(each -> made.add(new Made(each.type(), each.name(), each.inputs())));
    }
    Set<Edge> ofTheFleet =
        Edge.of(AccessMap.of(plan)).stream()
            .filter(Predicate.not(Edge::ofPlatform))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(ofTheFleet, ReadBack.of(made));
  }
}
