package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.plan.ProbeCheck.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the probe of every agent of every fleet. */
class ProbeProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 100)
  void nothingIsTriedTwice(@ForAll("fleets") Fleet fleet) {
    each(
        fleet,
        (plan, probe) -> {
          Set<String> ids = new HashSet<>();
          probe.checks().forEach(check -> assertTrue(ids.add(check.id()), check::id));
          probe.untried().forEach(untried -> assertTrue(ids.add(untried.id()), untried::id));
        });
  }

  /** Every way out is tried or said to be untried, and no other host is taken for allowed. */
  @Property(tries = 100)
  void theAllowedHostsAreTheWaysOut(@ForAll("fleets") Fleet fleet) {
    each(fleet, (plan, probe) -> assertEquals(ways(probe, host -> true), open(probe)));
  }

  /** Where nobody enforces names none is open; by a waiver all are, and the rest with them. */
  @Property(tries = 50)
  void aHostIsExpectedOpenWhereItsGateIs(@ForAll("fleets") Fleet fleet) {
    Environment nobody = Environments.unenforced();
    each(
        fleet,
        nobody,
        (plan, probe) -> {
          assertEquals(ways(probe, HostName::wildcard), open(probe));
          Set<String> shut = ways(probe, host -> !host.wildcard());
          assertTrue(shut(probe).containsAll(shut), shut::toString);
          assertEquals(shut.size() + 1, shut(probe).size());
        });
    each(
        Fleets.waiving(fleet, Plan.HOSTS_STAY_OPEN),
        nobody,
        (plan, probe) -> {
          Set<String> open = ways(probe, host -> true);
          open.add("host/*");
          assertEquals(open, open(probe));
          assertEquals(Set.of(), shut(probe));
        });
  }

  private static Set<String> ways(PlannedProbe probe, Predicate<HostName> which) {
    return probe.agent().asks().stream()
        .map(WayOut::host)
        .filter(which)
        .map(host -> "host/" + host)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> open(PlannedProbe probe) {
    return Stream.concat(
            probe.checks().stream().filter(ProbeCheck::allowed).map(ProbeCheck::id),
            probe.untried().stream().map(PlannedProbe.Untried::id))
        .filter(id -> id.startsWith("host/"))
        .collect(Collectors.toSet());
  }

  private static Set<String> shut(PlannedProbe probe) {
    return probe.checks().stream()
        .filter(check -> !check.allowed() && check.id().startsWith("host/"))
        .map(ProbeCheck::id)
        .collect(Collectors.toSet());
  }

  /** The network policy opens the metadata server to exactly those whose probe expects a token. */
  @Property(tries = 100)
  void aTokenIsExpectedWhereThePolicyOpensTheWay(@ForAll("fleets") Fleet fleet) {
    each(
        fleet,
        (plan, probe) -> {
          Object opened =
              probe.agent().resources().stream()
                  .filter(KubernetesObject.class::isInstance)
                  .map(KubernetesObject.class::cast)
                  .filter(object -> object.values().containsKey("metadata"))
                  .map(object -> object.values().get("metadata"))
                  .findFirst()
                  .orElseThrow();
          assertEquals(
              List.of(opened),
              probe.checks().stream()
                  .filter(check -> check.way() == Way.TOKEN)
                  .map(ProbeCheck::allowed)
                  .toList());
        });
  }

  /** What a probe expects of Google Cloud is what the plan grants, no more and no less. */
  @Property(tries = 100)
  void theAllowedFoldersAreTheGrantedOnes(@ForAll("fleets") Fleet fleet) {
    each(
        fleet,
        (plan, probe) -> {
          Set<Object> granted =
              Stream.concat(
                      probe.agent().resources().stream(),
                      plan.teams().stream()
                          .filter(team -> team.agents().contains(probe.agent()))
                          .flatMap(team -> team.resources().stream()))
                  .filter(FolderGrant.class::isInstance)
                  .map(grant -> ((FolderGrant) grant).folder())
                  .map(
                      folder ->
                          folder instanceof Ref ? ManagedFolder.path(probe.agent().id()) : folder)
                  .collect(Collectors.toSet());
          assertEquals(granted, prefixes(probe, true));
          assertTrue(prefixes(probe, false).stream().noneMatch(granted::contains));
        });
  }

  private static Set<Object> prefixes(PlannedProbe probe, boolean allowed) {
    return probe.checks().stream()
        .filter(check -> check.way() == Way.LIST && check.allowed() == allowed)
        .map(check -> check.at().get("prefix"))
        .collect(Collectors.toSet());
  }

  @Property(tries = 100)
  void whatIsAnothersIsDenied(@ForAll("fleets") Fleet fleet) {
    each(
        fleet,
        (plan, probe) -> {
          long teams =
              plan.teams().stream()
                  .filter(team -> !team.agents().isEmpty())
                  .filter(team -> !team.team().name().equals(probe.agent().id().team()))
                  .count();
          Map<Boolean, List<String>> agents =
              probe.checks().stream()
                  .filter(check -> !check.allowed() && check.id().startsWith("agent/"))
                  .map(check -> check.id().substring("agent/".length()))
                  .collect(
                      Collectors.partitioningBy(
                          id -> id.startsWith(probe.agent().id().team() + "/")));
          assertEquals(Math.min(1, teams), agents.get(false).size());
          assertTrue(agents.get(true).size() <= 1);
          assertTrue(!agents.get(true).contains(probe.agent().id().toString()));
          Set<String> own =
              probe.agent().needs().stream()
                  .map(need -> "secret/" + need.secret())
                  .collect(Collectors.toSet());
          assertTrue(
              probe.checks().stream()
                  .filter(check -> !check.allowed())
                  .noneMatch(check -> own.contains(check.id())));
        });
  }

  @Property(tries = 100)
  void whatIsAllowedNamesTheLineThatAskedForIt(@ForAll("fleets") Fleet fleet) {
    each(
        fleet,
        (plan, probe) ->
            probe
                .checks()
                .forEach(
                    check ->
                        assertEquals(check.allowed(), check.because().isPresent(), check::id)));
  }

  private static void each(Fleet fleet, BiConsumer<Plan, PlannedProbe> holds) {
    each(fleet, fleet.environments().get(0), holds);
  }

  private static void each(
      Fleet fleet, Environment environment, BiConsumer<Plan, PlannedProbe> holds) {
    Plan plan = new Planner(HostCatalogue.builtIn()).plan(fleet, environment);
    ProbePlanner probes = new ProbePlanner(plan);
    plan.agents().forEach(agent -> holds.accept(plan, probes.plan(agent)));
  }
}
