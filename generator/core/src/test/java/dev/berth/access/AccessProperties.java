package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.Team;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who reaches what of somebody else's: only what both declare. */
class AccessProperties {

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  private static AccessMap map(Fleet fleet) {
    return AccessMap.of(RenderedFleet.plan(fleet));
  }

  @Property(tries = 100)
  void nobodyButTheAgentReachesItsOwnFolder(@ForAll("fleets") Fleet fleet) {
    AccessMap map = map(fleet);
    for (Agent agent : fleet.agents()) {
      Set<String> expected = agent.own().isPresent() ? Set.of(agent.id().toString()) : Set.of();
      assertEquals(expected, who(map, ResourceWord.own(agent.id())));
    }
  }

  @Property(tries = 100)
  void aSecretIsReadByThoseWhoNameItAndByNobodyElse(@ForAll("fleets") Fleet fleet) {
    AccessMap map = map(fleet);
    for (String word : words(map, "secret/")) {
      Set<String> expected = those(fleet, agent -> secrets(fleet, agent).contains(word));
      expected.addAll(together(fleet, all -> iam(all.iam()).contains(word)));
      assertEquals(expected, who(map, word), word);
    }
  }

  @Property(tries = 100)
  void aSharedFolderIsReachedByThoseWhoNameIt(@ForAll("fleets") Fleet fleet) {
    AccessMap map = map(fleet);
    for (String word : words(map, "folder/")) {
      if (!word.startsWith("folder/agents/")) {
        Set<String> expected =
            those(
                fleet,
                agent ->
                    folders(alone(fleet, agent).folders()).containsKey(word)
                        || iam(alone(fleet, agent).iam()).contains(word));
        expected.addAll(
            together(
                fleet,
                all -> folders(all.folders()).containsKey(word) || iam(all.iam()).contains(word)));
        assertEquals(expected, who(map, word), word);
        for (AccessRow row : map.whoCan(word)) {
          if (row.who().kind() == Subject.Kind.AGENT
              && row.through().startsWith("roles/storage.")) {
            Agent agent = agent(fleet, row.who().text());
            boolean writes = row.may().contains("write");
            assertEquals(
                folders(agent.folders()).get(word) == Access.READ_WRITE, writes, row::toString);
          }
        }
      }
    }
  }

  @Property(tries = 100)
  void anAgentsPortIsReachedOnlyWhenBothSaySo(@ForAll("fleets") Fleet fleet) {
    calledByThoseBothDeclare(fleet);
    calledByThoseBothDeclare(Fleets.takingFewerCalls(fleet));
    calledByThoseBothDeclare(Fleets.makingFewerCalls(fleet));
  }

  private static void calledByThoseBothDeclare(Fleet fleet) {
    AccessMap map = map(fleet);
    for (Agent callee : fleet.agents()) {
      Set<String> expected =
          those(
              fleet,
              caller ->
                  caller.id().team().equals(callee.id().team())
                      && named(caller.calls()).contains(callee.id().agent().text())
                      && named(callee.callers()).contains(caller.id().agent().text()));
      Set<String> callers = who(map, ResourceWord.agent(callee.id()));
      // Collectors of metrics are let in by the environment, and to another port.
      callers.remove(Subject.METRICS.text());
      assertEquals(expected, callers);
    }
  }

  @Property(tries = 100)
  void aNamespaceIsReadByItsMembersAlone(@ForAll("fleets") Fleet fleet) {
    AccessMap map = map(fleet);
    for (Team team : fleet.teams()) {
      Set<String> members =
          team.members().stream().map(each -> each.value().toString()).collect(Collectors.toSet());
      assertEquals(members, who(map, ResourceWord.namespace(team.name())));
      map.whoCan(ResourceWord.namespace(team.name()))
          .forEach(row -> assertEquals("read", row.may()));
    }
    for (AccessRow row : map.rows()) {
      if (row.who().kind() == Subject.Kind.MEMBER) {
        assertEquals(Layer.RBAC, row.layer(), row::toString);
        assertTrue(row.on().startsWith("namespace/"), row::toString);
      }
    }
  }

  @Property(tries = 30)
  void anAgentMoreOrLessChangesNobodyElsesReach(@ForAll("fleets") Fleet fleet) {
    AccessMap all = map(fleet);
    for (Agent gone : fleet.agents()) {
      AccessMap rest = map(Fleets.without(fleet, gone.id()));
      for (Agent other : fleet.agents()) {
        Subject who = Subject.agent(other.id());
        if (!other.equals(gone)) {
          assertEquals(
              withoutCallsOf(gone.id(), all, who), rest.can(who), () -> "without " + gone.id());
        }
      }
    }
  }

  /** A call needs both ends, so it goes with either. */
  private static List<AccessRow> withoutCallsOf(AgentId gone, AccessMap map, Subject who) {
    return map.can(who).stream().filter(row -> !row.on().equals(ResourceWord.agent(gone))).toList();
  }

  @Property(tries = 100)
  void everyIndexHoldsEveryRow(@ForAll("fleets") Fleet fleet) {
    AccessMap map = map(fleet);
    assertEquals(
        new TreeSet<>(map.rows()),
        map.resources().stream()
            .flatMap(word -> map.whoCan(word).stream())
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(
        new TreeSet<>(map.rows()),
        map.subjects().stream()
            .flatMap(who -> map.can(who).stream())
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(map.rows().stream().sorted().distinct().toList(), map.rows());
  }

  private static Set<String> who(AccessMap map, String word) {
    return map.whoCan(word).stream().map(row -> row.who().text()).collect(Collectors.toSet());
  }

  private static Set<String> words(AccessMap map, String kind) {
    return map.resources().stream()
        .filter(word -> word.startsWith(kind))
        .collect(Collectors.toSet());
  }

  private static Set<String> those(Fleet fleet, Function<Agent, Boolean> wanted) {
    return fleet.agents().stream()
        .filter(wanted::apply)
        .map(agent -> agent.id().toString())
        .collect(Collectors.toSet());
  }

  private static Agent agent(Fleet fleet, String id) {
    return fleet.agents().stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .get();
  }

  private static Set<String> secrets(Fleet fleet, Agent agent) {
    return Stream.of(
            Stream.of("secret/" + agent.apiKey().value()),
            agent.channels().stream()
                .flatMap(channel -> channel.secrets().values().stream())
                .map(secret -> "secret/" + secret.value()),
            iam(alone(fleet, agent).iam()).stream())
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  private static Set<String> together(Fleet fleet, Function<EveryAgent, Boolean> wanted) {
    return fleet.teams().stream()
        .filter(team -> wanted.apply(fleet.everyAgentOf(team)))
        .map(team -> "team:" + team.name())
        .collect(Collectors.toSet());
  }

  /** What an agent is granted beyond what its whole team has. */
  private static EveryAgent alone(Fleet fleet, Agent agent) {
    return fleet.teams().stream()
        .filter(team -> team.name().equals(agent.id().team()))
        .map(team -> agent.beyond(fleet.everyAgentOf(team)))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> iam(List<Declared<IamGrant>> grants) {
    return grants.stream().map(grant -> grant.value().on().toString()).collect(Collectors.toSet());
  }

  private static Map<String, Access> folders(SortedMap<Name, Declared<Access>> folders) {
    return folders.entrySet().stream()
        .collect(
            Collectors.toMap(each -> "folder/" + each.getKey(), each -> each.getValue().value()));
  }

  private static Set<String> named(List<? extends Declared<?>> names) {
    return names.stream().map(each -> each.value().toString()).collect(Collectors.toSet());
  }
}
