package dev.berth.access;

import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.plan.Gate;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.WayOut;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which connections an agent may open, and who may open one to it. */
final class NetworkRows {

  private static final String GATEWAY = "TCP 18789";
  private static final String METRICS = "TCP 9464";

  private final Plan plan;
  private final Map<AgentId, PlannedAgent> agents;

  private NetworkRows(Plan plan) {
    this.plan = plan;
    this.agents =
        plan.agents().stream().collect(Collectors.toMap(PlannedAgent::id, Function.identity()));
  }

  static Stream<AccessRow> of(Plan plan) {
    NetworkRows rows = new NetworkRows(plan);
    return plan.agents().stream()
        .flatMap(
            agent ->
                Stream.of(
                        Stream.of(names(agent)),
                        metadata(agent),
                        agent.asks().stream().flatMap(way -> host(agent, way).stream()),
                        rows.calls(agent),
                        rows.metrics(agent))
                    .flatMap(each -> each));
  }

  private static AccessRow names(PlannedAgent agent) {
    return way(
        Subject.agent(agent.id()),
        "look names up at",
        ResourceWord.DNS,
        "TCP 53, UDP 53",
        Origin.BUILT_IN,
        "before any host is called");
  }

  /** Only who was granted something on Google Cloud has to say who it is. */
  private static Stream<AccessRow> metadata(PlannedAgent agent) {
    return agent.may().stream()
        .limit(1)
        .map(
            first ->
                way(
                    Subject.agent(agent.id()),
                    "ask for its own token at",
                    ResourceWord.METADATA,
                    "TCP 80",
                    first.because(),
                    "to use Google Cloud"));
  }

  /** What the gate really lets through, which may be more than was asked for. */
  private static Optional<AccessRow> host(PlannedAgent agent, WayOut way) {
    Gate gate = way.gate();
    Subject who = Subject.agent(agent.id());
    return switch (gate) {
      case FQDN_NETWORK_POLICY, CILIUM_NETWORK_POLICY ->
          Optional.of(
              way(
                  who,
                  "call",
                  ResourceWord.host(way.host()),
                  "TCP 443",
                  way.because(),
                  way.purpose()));
      case RESTRICTED_VIP, PRIVATE_VIP ->
          Optional.of(
              way(
                  who,
                  "call",
                  ResourceWord.GOOGLE_APIS,
                  "TCP 443, " + gate,
                  way.because(),
                  "for " + way.host()));
      case ANY_ADDRESS ->
          Optional.of(
              way(
                  who,
                  "call",
                  ResourceWord.ANY_HOST,
                  "TCP 443, " + gate,
                  way.because(),
                  "for " + way.host()));
      case CLOSED -> Optional.empty();
    };
  }

  /** There is a way only when both say so. */
  private Stream<AccessRow> calls(PlannedAgent caller) {
    return caller.agent().calls().stream()
        .flatMap(
            call -> {
              AgentId id = new AgentId(caller.id().team(), call.value());
              return Optional.ofNullable(agents.get(id)).stream()
                  .flatMap(callee -> callee.agent().callers().stream())
                  .filter(each -> each.value().equals(caller.id().agent()))
                  .map(each -> call(caller, id, call, each));
            });
  }

  private static AccessRow call(
      PlannedAgent caller, AgentId callee, Declared<Name> call, Declared<Name> taken) {
    return way(
        Subject.agent(caller.id()),
        "call the gateway of",
        ResourceWord.agent(callee),
        GATEWAY,
        call.from(),
        "and " + taken.from());
  }

  private Stream<AccessRow> metrics(PlannedAgent agent) {
    return plan.environment().network().metrics()
        ? Stream.of(
            way(
                Subject.METRICS,
                "read the metrics of",
                ResourceWord.agent(agent.id()),
                METRICS,
                plan.environment().from(),
                "managed-prometheus"))
        : Stream.empty();
  }

  private static AccessRow way(
      Subject who, String may, String on, String through, Origin because, String why) {
    return new AccessRow(Layer.NETWORK, who, may, on, through, because, why);
  }
}
