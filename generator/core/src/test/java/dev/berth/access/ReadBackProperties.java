package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadBackProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  /** Nothing is possible that the map does not say, and all it says is possible. */
  @Property(tries = 50)
  void theMapIsWhatTheFilesAllow(@ForAll("fleets") Fleet fleet) {
    Plan plan = RenderedFleet.plan(fleet);
    assertEquals(Edge.of(AccessMap.of(plan)), ReadBack.of(RenderedFleet.made(plan)));
  }
}
