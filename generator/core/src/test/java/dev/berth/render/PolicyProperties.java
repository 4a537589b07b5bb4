package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Origin;
import dev.berth.plan.Gate;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.Planner;
import dev.berth.plan.WayOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What policies say, as they are rendered, is what was declared: no more and no less. */
class PolicyProperties {

  private static final HostCatalogue HOSTS = HostCatalogue.builtIn();
  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  private final Planner planner = new Planner(HOSTS);
  private final Renderer renderer = new Renderer(Samples.templates());

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Provide
  Arbitrary<Environment> environments() {
    return Arbitraries.of(Fleets.environment(), Environments.cilium());
  }

  @Property(tries = 30)
  void everyHostInAPolicyIsAWayWithALineAndTheOtherWayRound(
      @ForAll("fleets") Fleet fleet, @ForAll("environments") Environment environment) {
    Plan plan = planner.plan(fleet, environment);
    for (PlannedAgent agent : plan.agents()) {
      Set<String> ways = new TreeSet<>();
      Set<String> ranges = new TreeSet<>();
      for (WayOut way : agent.asks()) {
        assertFalse(way.asks().isEmpty());
        way.asks().forEach(ask -> assertFalse(ask.because().equals(Origin.BUILT_IN)));
        way.gate().range().ifPresentOrElse(ranges::add, () -> ways.add(way.host().text()));
      }
      assertEquals(ways, hosts(policies(plan, agent)), agent.id()::toString);
      assertEquals(ranges, ranges(policies(plan, agent)), agent.id()::toString);
    }
  }

  @Property(tries = 30)
  void noRuleIsForEverybodyOrForAnotherNamespaceThanDnsAndCollectors(
      @ForAll("fleets") Fleet fleet, @ForAll("environments") Environment environment) {
    Plan plan = planner.plan(fleet, environment);
    for (PlannedAgent agent : plan.agents()) {
      for (Map<?, ?> policy : policies(plan, agent)) {
        assertFalse(policy.toString().contains("0.0.0.0/0"), policy::toString);
        if (policy.get("kind").equals("NetworkPolicy")) {
          Map<?, ?> spec = (Map<?, ?>) policy.get("spec");
          rules(spec, "egress").forEach(rule -> peers(rule, "to", "kube-system"));
          rules(spec, "ingress").forEach(rule -> peers(rule, "from", "gmp-system"));
        }
      }
    }
  }

  private static void peers(Map<?, ?> rule, String key, String namespace) {
    List<?> peers = (List<?>) rule.get(key);
    assertFalse(peers.isEmpty());
    assertFalse(((List<?>) rule.get("ports")).isEmpty());
    for (Object each : peers) {
      Map<?, ?> peer = (Map<?, ?>) each;
      if (peer.containsKey("namespaceSelector")) {
        assertEquals(
            Map.of("matchLabels", Map.of(NAMESPACE, namespace)), peer.get("namespaceSelector"));
      }
      assertTrue(
          peer.containsKey("ipBlock")
              || !((Map<?, ?>) ((Map<?, ?>) peer.get("podSelector")).get("matchLabels")).isEmpty(),
          peer::toString);
    }
  }

  @Property(tries = 30)
  void anAgentReachesTheGatewayOfThoseWhoLetIt(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, Fleets.environment());
    Set<String> out = new TreeSet<>();
    Set<String> in = new TreeSet<>();
    Set<String> declared = new TreeSet<>();
    for (PlannedAgent planned : plan.agents()) {
      AgentId id = planned.id();
      for (Map<?, ?> policy : policies(plan, planned)) {
        Map<?, ?> spec = (Map<?, ?>) policy.get("spec");
        rules(spec, "egress")
            .forEach(rule -> gateway(rule, "to").forEach(to -> out.add(way(id, id.agent(), to))));
        rules(spec, "ingress")
            .forEach(
                rule -> gateway(rule, "from").forEach(from -> in.add(way(id, from, id.agent()))));
      }
      Agent agent = planned.agent();
      agent.calls().forEach(to -> declared.add(way(id, id.agent(), to.value())));
    }
    assertEquals(declared, out);
    assertEquals(declared, in);
  }

  private static String way(AgentId id, Object from, Object to) {
    return id.team() + ": " + from + " to " + to;
  }

  private static List<Object> gateway(Map<?, ?> rule, String key) {
    List<Object> agents = new ArrayList<>();
    if (rule.get("ports") instanceof List<?> ports
        && ports.equals(List.of(Map.of("protocol", "TCP", "port", 18789)))) {
      for (Object peer : (List<?>) rule.get(key)) {
        assertEquals(Set.of("podSelector"), ((Map<?, ?>) peer).keySet());
        Map<?, ?> selector = (Map<?, ?>) ((Map<?, ?>) peer).get("podSelector");
        agents.add(((Map<?, ?>) selector.get("matchLabels")).get("app.kubernetes.io/instance"));
      }
    }
    return agents;
  }

  @Property(tries = 30)
  void noPolicyHoldsMoreAddressesThanGkeKeeps(@ForAll("fleets") Fleet fleet) {
    Plan plan = planner.plan(fleet, Fleets.environment());
    Map<String, WayOut> byHost = new TreeMap<>();
    plan.agents().forEach(agent -> agent.asks().forEach(way -> byHost.put(way.host().text(), way)));
    Set<String> names = new HashSet<>();
    for (PlannedAgent agent : plan.agents()) {
      for (Map<?, ?> policy : policies(plan, agent)) {
        String name = policy.get("kind") + "/" + agent.id().team() + "/" + name(policy);
        assertTrue(names.add(name), () -> "two objects are " + name);
        if (policy.get("kind").equals("FQDNNetworkPolicy")) {
          int addresses =
              hosts(List.of(policy)).stream()
                  .map(host -> byHost.get(host))
                  .mapToInt(way -> HOSTS.addresses(way.host()))
                  .sum();
          assertTrue(addresses <= 50, () -> name + " holds " + addresses);
        }
      }
    }
  }

  @Property(tries = 30)
  void whereNobodyEnforcesNamesNothingIsOpenUnlessAWaiverSaysSo(@ForAll("fleets") Fleet fleet) {
    Environment nobody = Environments.unenforced();
    Plan closed = planner.plan(fleet, nobody);
    assertEquals(closed.agents(), closed.unenforced());
    closed.agents().forEach(agent -> assertFalse(open(closed, agent), agent.id()::toString));
    Plan waived = planner.plan(Fleets.waiving(fleet, Plan.HOSTS_STAY_OPEN), nobody);
    waived.agents().forEach(agent -> assertTrue(open(waived, agent), agent.id()::toString));
    assertTrue(
        waived.agents().stream()
            .flatMap(agent -> agent.asks().stream())
            .allMatch(way -> way.gate() == Gate.ANY_ADDRESS));
  }

  private boolean open(Plan plan, PlannedAgent agent) {
    return policies(plan, agent).toString().contains("0.0.0.0/0");
  }

  private List<Map<String, Object>> policies(Plan plan, PlannedAgent agent) {
    PlannedAgent policies =
        new PlannedAgent(
            agent.agent(),
            agent.pool(),
            agent.resources().stream()
                .filter(each -> each.type().endsWith("NetworkPolicy"))
                .toList(),
            agent.may(),
            agent.asks(),
            agent.needs(),
            agent.knowledge());
    PlannedTeam team =
        new PlannedTeam(plan.teams().get(0).team(), List.of(), List.of(), List.of(policies));
    return renderer
        .render(new Plan(plan.environment(), List.of(), List.of(team)))
        .map(each -> YamlParser.parse(each.text()))
        .toList();
  }

  private static Object name(Map<?, ?> policy) {
    return ((Map<?, ?>) policy.get("metadata")).get("name");
  }

  private static List<Map<?, ?>> rules(Map<?, ?> spec, String key) {
    List<Map<?, ?>> rules = new ArrayList<>();
    if (spec.get(key) instanceof List<?> list) {
      assertFalse(list.isEmpty(), "an empty list is taken away by the API server");
      list.forEach(each -> rules.add((Map<?, ?>) each));
    }
    return rules;
  }

  /** Every name and pattern, in whatever kind of policy. */
  private static Set<String> hosts(List<? extends Map<?, ?>> policies) {
    Set<String> hosts = new TreeSet<>();
    for (Map<?, ?> policy : policies) {
      for (Map<?, ?> rule : rules((Map<?, ?>) policy.get("spec"), "egress")) {
        for (String key : List.of("matches", "toFQDNs")) {
          if (rule.get(key) instanceof List<?> list) {
            list.forEach(each -> ((Map<?, ?>) each).values().forEach(v -> hosts.add("" + v)));
          }
        }
      }
    }
    return hosts;
  }

  /** Ranges reached on TCP 443 by address. */
  private static Set<String> ranges(List<? extends Map<?, ?>> policies) {
    Set<String> ranges = new TreeSet<>();
    for (Map<?, ?> policy : policies) {
      for (Map<?, ?> rule : rules((Map<?, ?>) policy.get("spec"), "egress")) {
        if (List.of(Map.of("protocol", "TCP", "port", 443)).equals(rule.get("ports"))
            && rule.get("to") instanceof List<?> peers) {
          peers.forEach(
              peer -> ranges.add("" + ((Map<?, ?>) ((Map<?, ?>) peer).get("ipBlock")).get("cidr")));
        }
      }
    }
    return ranges;
  }
}
