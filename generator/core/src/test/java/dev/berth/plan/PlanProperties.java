package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Origin;
import dev.berth.model.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanProperties {

  private static final Environment DEV = Fleets.environment();
  private static final ProviderSchema PROVIDER = ProviderSchema.read();
  private final Planner planner = new Planner(HostCatalogue.builtIn());

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 100)
  void theProviderTakesEveryGoogleInput(@ForAll("fleets") Fleet fleet) {
    List<String> complaints =
        everything(planner.plan(fleet, DEV))
            .filter(GoogleResource.class::isInstance)
            .map(GoogleResource.class::cast)
            .flatMap(google -> PROVIDER.complaints(google.type(), google.inputs()).stream())
            .toList();
    assertEquals(List.of(), complaints);
  }

  @Property(tries = 100)
  void noTwoResourcesOfAStackShareAName(@ForAll("fleets") Fleet fleet) {
    for (List<PlannedResource> stack : stacks(planner.plan(fleet, DEV))) {
      Set<String> names = new HashSet<>();
      stack.forEach(each -> assertTrue(names.add(each.name()), each.name()));
    }
  }

  @Property(tries = 100)
  void aResourceRefersOnlyToWhatIsMadeBeforeIt(@ForAll("fleets") Fleet fleet) {
    for (List<PlannedResource> stack : stacks(planner.plan(fleet, DEV))) {
      Set<String> made = new TreeSet<>(Set.of(Ref.PLATFORM));
      for (PlannedResource each : stack) {
        if (each instanceof GoogleResource google) {
          refs(google.inputs())
              .forEach(ref -> assertTrue(made.contains(ref.resource()), ref::toString));
          google.after().forEach(name -> assertTrue(made.contains(name), name));
        }
        made.add(each.name());
      }
    }
  }

  /** What is brought up a stack at a time is the whole plan, and nothing of it twice. */
  @Property(tries = 100)
  void theStacksTogetherAreThePlan(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, DEV);
    assertEquals(new Plan(DEV, plan.platform(), List.of()), plan.platformAlone());
    List<PlannedTeam> teams = new ArrayList<>();
    plan.shards()
        .forEach(
            (shard, own) -> {
              assertEquals(new Plan(DEV, List.of(), own), plan.shardAlone(shard));
              teams.addAll(plan.shardAlone(shard).teams());
            });
    assertEquals(Set.copyOf(plan.teams()), Set.copyOf(teams));
    assertEquals(plan.teams().size(), teams.size());
  }

  /** The isolation everything rests on: nobody but the agent is granted its own folder. */
  @Property(tries = 100)
  void noAgentIsGrantedTheFolderOfAnother(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, DEV);
    for (PlannedAgent agent : plan.agents()) {
      String own = ManagedFolder.path(agent.id());
      for (PlannedAgent other : plan.agents()) {
        if (!other.id().equals(agent.id())) {
          assertTrue(
              folders(other).stream().noneMatch(path -> own.startsWith(path)),
              () -> other.id() + " reaches " + own);
        }
      }
    }
  }

  @Property(tries = 100)
  void onlyNodesHaveARoleOnTheProject(@ForAll("fleets") Fleet fleet) {
    List<PlannedResource> onProject =
        everything(planner.plan(fleet, DEV))
            .filter(each -> each.type().startsWith("gcp:projects/iAM"))
            .toList();
    assertEquals(1, onProject.size());
    assertTrue(onProject.get(0) instanceof NodeRole);
  }

  @Property(tries = 100)
  void onlyAnAgentWithAGrantReachesTheMetadataServer(@ForAll("fleets") Fleet fleet) {
    for (PlannedAgent agent : planner.plan(fleet, DEV).agents()) {
      assertEquals(
          !agent.may().isEmpty(),
          object(agent, "agent/network-policy.yaml").values().get("metadata"),
          agent.id()::toString);
    }
  }

  @Property(tries = 50)
  void takingAnAgentAwayChangesNothingOfTheOthers(@ForAll("fleets") Fleet fleet) {
    for (Team team : fleet.teams()) {
      for (Agent gone : team.agents()) {
        Map<AgentId, PlannedAgent> before = byId(planner.plan(fleet, DEV));
        before.remove(gone.id());
        assertEquals(before, byId(planner.plan(Fleets.without(fleet, gone.id()), DEV)));
      }
    }
  }

  @Property(tries = 100)
  void everythingPlannedKnowsWhoAskedForIt(@ForAll("fleets") Fleet fleet) {
    everything(planner.plan(fleet, DEV))
        .forEach(each -> assertTrue(!each.because().equals(Origin.BUILT_IN), each.name()));
  }

  private static Map<AgentId, PlannedAgent> byId(Plan plan) {
    Map<AgentId, PlannedAgent> agents = new TreeMap<>();
    plan.agents().forEach(agent -> agents.put(agent.id(), agent));
    return agents;
  }

  private static List<String> folders(PlannedAgent agent) {
    List<String> paths = new ArrayList<>();
    for (PlannedResource each : agent.resources()) {
      if (each instanceof FolderGrant grant) {
        Object folder = grant.folder();
        paths.add(folder instanceof Ref ? ManagedFolder.path(agent.id()) : (String) folder);
      }
    }
    return paths;
  }

  private static KubernetesObject object(PlannedAgent agent, String template) {
    return agent.resources().stream()
        .filter(KubernetesObject.class::isInstance)
        .map(KubernetesObject.class::cast)
        .filter(object -> object.template().equals(template))
        .findFirst()
        .orElseThrow();
  }

  static Stream<PlannedResource> everything(Plan plan) {
    return stacks(plan).stream().flatMap(List::stream);
  }

  private static List<List<PlannedResource>> stacks(Plan plan) {
    List<List<PlannedResource>> stacks = new ArrayList<>();
    stacks.add(plan.platform());
    for (List<PlannedTeam> shard : plan.shards().values()) {
      List<PlannedResource> stack = new ArrayList<>();
      for (PlannedTeam team : shard) {
        stack.addAll(team.resources());
        team.agents().forEach(agent -> stack.addAll(agent.resources()));
      }
      stacks.add(stack);
    }
    return stacks;
  }

  private static Stream<Ref> refs(Object value) {
    if (value instanceof Ref ref) {
      return Stream.of(ref);
    }
    if (value instanceof Joined joined) {
      return joined.parts().stream().flatMap(PlanProperties::refs);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(PlanProperties::refs);
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(PlanProperties::refs);
    }
    return Stream.empty();
  }
}
