package dev.berth.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.render.Rendered;
import dev.berth.resources.RealPlans;
import dev.berth.resources.Registered;
import dev.berth.resources.Registration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The platform as the pipeline really plans and renders it. */
final class RealPlatformProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  private static PlatformProgram program(Plan plan) {
    return new PlatformProgram(
        plan.environment(), RealPlans.only(RealPlans.rendered(plan), plan.platform()));
  }

  @Property(tries = 10)
  void plannedRenderedAndRegisteredAreTheSame(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    List<Rendered> rendered = RealPlans.only(RealPlans.rendered(plan), plan.platform());
    Set<Registered> registered = Registered.by(PlatformProgram.PROJECT, "dev", program(plan));
    assertEquals(Registered.expected(rendered), registered);
    assertEquals(
        RealPlans.names(plan.platform().stream()),
        registered.stream().map(each -> each.type() + " " + each.name()).sorted().toList());
  }

  @Property(tries = 3)
  void whatHoldsDataOrWorkIsProtectedAndNothingElse(@ForAll("fleets") Fleet fleet) {
    Map<String, Registration> all = registrations(fleet);
    Set<String> guarded =
        all.values().stream()
            .filter(Registration::guarded)
            .map(Registration::type)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> must =
        Set.of(
            "gcp:container/cluster:Cluster",
            "gcp:container/nodePool:NodePool",
            "gcp:storage/bucket:Bucket");
    assertTrue(guarded.containsAll(must), guarded::toString);
    for (Registration each : all.values()) {
      if (must.contains(each.type())
          || each.type().equals("gcp:storage/managedFolder:ManagedFolder")) {
        assertTrue(each.guarded(), each::toString);
      }
    }
    assertTrue(
        Set.of("gcp:storage/managedFolder:ManagedFolder").containsAll(minus(guarded, must)),
        guarded::toString);
  }

  private static Set<String> minus(Set<String> all, Set<String> less) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(less);
    return rest;
  }

  @Property(tries = 3)
  void onlyTheClustersOwnNodesMayChangeByThemselves(@ForAll("fleets") Fleet fleet) {
    registrations(fleet)
        .values()
        .forEach(
            each ->
                assertEquals(
                    each.type().equals("gcp:container/cluster:Cluster")
                        ? List.of("nodeConfig")
                        : List.of(),
                    each.ignored(),
                    each::toString));
  }

  @Property(tries = 3)
  void whatInputsDoNotSayIsSaidToTheEngine(@ForAll("fleets") Fleet fleet) {
    Plan plan = RealPlans.plan(fleet);
    Map<String, Registration> all = Registration.by(PlatformProgram.PROJECT, "dev", program(plan));
    int explicit = 0;
    for (PlannedResource each : plan.platform()) {
      List<String> after = each instanceof GoogleResource google ? google.after() : List.of();
      explicit += after.size();
      Registration made = all.get(each.type() + " " + each.name());
      assertEquals(Set.copyOf(after), made.after(), each.name());
      assertTrue(made.deletedBeforeReplaced(), each.name());
    }
    assertTrue(explicit >= 4, "the plan asks for hardly any order: " + explicit);
  }

  /** What is in the cluster waits for the cluster: its provider is told where that is. */
  @Property(tries = 3)
  void whatBelongsToTheWholeClusterIsRegisteredWithItsOwnProvider(@ForAll("fleets") Fleet fleet) {
    Map<String, Registration> all = registrations(fleet);
    assertTrue(all.containsKey("pulumi:providers:kubernetes kubernetes"), all.keySet()::toString);
    assertTrue(
        all.containsKey("kubernetes:policy.networking.k8s.io/v1alpha2:ClusterNetworkPolicy berth"),
        all.keySet()::toString);
  }

  private static Map<String, Registration> registrations(Fleet fleet) {
    return Registration.by(PlatformProgram.PROJECT, "dev", program(RealPlans.plan(fleet)));
  }
}
