package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.util.SortedSet;
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

  // Secrets of stores other than GKE's own are not read back yet.
  private static void theSame(Plan plan) {
    assertEquals(
        butSecrets(Edge.of(AccessMap.of(plan))), butSecrets(ReadBack.of(RenderedFleet.made(plan))));
  }

  private static SortedSet<Edge> butSecrets(SortedSet<Edge> edges) {
    edges.removeIf(edge -> edge.layer() == Layer.SECRETS);
    return edges;
  }
}
