package dev.berth.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.access.AccessMap;
import dev.berth.access.Edge;
import dev.berth.access.Made;
import dev.berth.access.ReadBack;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.resources.RealPlans;
import dev.berth.resources.Registered;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PlatformAccessProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  /** The platform lets its own nodes work, and nobody else do anything. */
  @Property(tries = 10)
  void theMapIsWhatTheRegisteredPlatformAllows(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    List<Made> made =
        Registered.by(
                PlatformProgram.PROJECT,
                "dev",
                new PlatformProgram(
                    plan.environment(), RealPlans.only(RealPlans.rendered(plan), plan.platform())))
            .stream()
            .map(each -> new Made(each.type(), each.name(), each.inputs()))
            .toList();
    Set<Edge> ofThePlatform =
        Edge.of(AccessMap.of(plan)).stream()
            .filter(Edge::ofPlatform)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(1, ofThePlatform.size());
    assertEquals(ofThePlatform, ReadBack.of(made));
  }
}
