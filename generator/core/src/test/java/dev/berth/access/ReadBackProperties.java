package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadBackProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Provide
  Arbitrary<Environment> places() {
    return Arbitraries.of(Environments.withEveryStore());
  }

  /** Nothing is possible that the map does not say, and all it says is possible. */
  @Property(tries = 50)
  void theMapIsWhatTheFilesAllow(@ForAll("fleets") Fleet fleet) {
    theSame(RenderedFleet.plan(fleet));
  }

  @Property(tries = 30)
  void andSoItIsWhereCiliumHoldsTheHosts(@ForAll("fleets") Fleet fleet) {
    theSame(RenderedFleet.plan(fleet, Environments.cilium()));
  }

  @Property(tries = 30)
  void andSoItIsWhereNobodyHoldsThem(@ForAll("fleets") Fleet fleet) {
    theSame(RenderedFleet.plan(fleet, Environments.unenforced()));
    Fleet open = Fleets.waiving(fleet, Plan.HOSTS_STAY_OPEN);
    theSame(RenderedFleet.plan(open, Environments.unenforced()));
  }

  @Property(tries = 60)
  void andSoItIsInEveryStore(
      @ForAll("fleets") Fleet fleet, @ForAll("places") Environment environment) {
    theSame(RenderedFleet.plan(fleet, environment));
  }

  @Property(tries = 20)
  void andSoItIsWhereOneSideAloneDeclaresACall(@ForAll("fleets") Fleet fleet) {
    theSame(RenderedFleet.plan(Fleets.takingFewerCalls(fleet)));
    theSame(RenderedFleet.plan(Fleets.makingFewerCalls(fleet)));
  }

  private static void theSame(Plan plan) {
    assertEquals(Edge.of(AccessMap.of(plan)), ReadBack.of(RenderedFleet.made(plan)));
  }
}
