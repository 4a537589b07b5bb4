package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.HostName;
import dev.berth.model.Name;
import dev.berth.plan.PlannedProbe.Untried;
import dev.berth.plan.ProbeCheck.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Computes, from the plan alone, what each agent's probe tries. Pure. */
public final class ProbePlanner {

  /**
   * Hosts to stand for all that nobody declared. Each really answers on TCP 443, so that silence is
   * a wall's, and from addresses of its own: one of a content network might be open by another name
   * (https://developers.google.com/speed/public-dns/docs/doh,
   * https://developers.cloudflare.com/1.1.1.1/ip-addresses/, https://quad9.net/service/).
   */
  static final List<String> UNDECLARED = List.of("dns.google", "one.one.one.one", "dns.quad9.net");

  /** OpenClaw's gateway. */
  private static final int GATEWAY_PORT = 18789;

  private static final String METADATA = "169.254.169.254";

  /** As every pod can name it, whatever the cluster's domain is called. */
  private static final String API_SERVER = "kubernetes.default.svc";

  private final Map<AgentId, Integer> places = new HashMap<>();

  /** All agents in order, twice: what goes around starts anywhere. */
  private final List<PlannedAgent> around = new ArrayList<>();

  private final GoogleChecks google;

  public ProbePlanner(Plan plan) {
    List<PlannedAgent> all = plan.agents();
    all.forEach(agent -> places.put(agent.id(), places.size()));
    around.addAll(all);
    around.addAll(all);
    this.google = new GoogleChecks(plan);
  }

  /** The probe of one agent of the plan. */
  public PlannedProbe plan(PlannedAgent agent) {
    List<ProbeCheck> checks = new ArrayList<>();
    List<Untried> untried = new ArrayList<>();
    List<PlannedAgent> others = others(agent);
    declared(agent, checks, untried);
    undeclared(agent, others, checks, untried);
    google.add(agent, others, checks, untried);
    // Stable: what is allowed first, else as it was found.
    checks.sort((one, other) -> Boolean.compare(other.allowed(), one.allowed()));
    return new PlannedProbe(agent, List.copyOf(checks), List.copyOf(untried));
  }

  private static void declared(PlannedAgent agent, List<ProbeCheck> checks, List<Untried> untried) {
    for (WayOut way : agent.asks()) {
      String id = "host/" + way.host();
      if (way.host().wildcard()) {
        untried.add(new Untried(id, "a wildcard names no one host"));
      } else if (way.gate() == Gate.CLOSED) {
        // Asked for, yet no policy opens it.
        checks.add(mustNotConnect(id, way.host().text(), 443));
      } else {
        checks.add(
            ProbeCheck.must(id, Way.HANDSHAKE, address(way.host().text(), 443), way.because()));
      }
    }
    for (Declared<Name> call : agent.agent().calls()) {
      AgentId callee = new AgentId(agent.id().team(), call.value());
      checks.add(ProbeCheck.must("agent/" + callee, Way.CONNECT, gateway(callee), call.from()));
    }
    checks.add(
        ProbeCheck.must("dns", Way.RESOLVE, Map.of("host", API_SERVER), agent.agent().from()));
  }

  private static void undeclared(
      PlannedAgent agent,
      List<PlannedAgent> others,
      List<ProbeCheck> checks,
      List<Untried> untried) {
    undeclaredHost(agent, checks, untried);
    Name team = agent.id().team();
    Stream.of(true, false)
        .flatMap(
            own ->
                others.stream()
                    .map(PlannedAgent::id)
                    .filter(id -> id.team().equals(team) == own)
                    .filter(id -> !own || !calls(agent, id))
                    .limit(1))
        .forEach(id -> checks.add(ProbeCheck.mustNot("agent/" + id, Way.CONNECT, gateway(id))));
    checks.add(mustNotConnect("kubernetes-api", API_SERVER, 443));
    // Port 80 alone hands out identities; 8080 speaks gRPC and nobody needs it.
    checks.add(mustNotConnect("metadata:8080", METADATA, 8080));
  }

  private static void undeclaredHost(
      PlannedAgent agent, List<ProbeCheck> checks, List<Untried> untried) {
    if (agent.asks().stream().anyMatch(way -> way.gate() == Gate.ANY_ADDRESS)) {
      untried.add(new Untried("host/*", "a waiver opens every public address on TCP 443"));
      return;
    }
    UNDECLARED.stream()
        .filter(host -> agent.asks().stream().noneMatch(way -> covers(way.host(), host)))
        .findFirst()
        .ifPresentOrElse(
            host -> checks.add(mustNotConnect("host/" + host, host, 443)),
            () -> untried.add(new Untried("host/*", "each host kept for this is declared")));
  }

  /** A {@code *} stands for one label. */
  private static boolean covers(HostName declared, String host) {
    return declared.wildcard()
        ? declared.text().substring(1).equals(host.substring(host.indexOf('.')))
        : declared.text().equals(host);
  }

  /** Every agent but this one, from the next in order on, so that one more moves few. */
  private List<PlannedAgent> others(PlannedAgent agent) {
    int place = Objects.requireNonNull(places.get(agent.id()), "not in the plan");
    return around.subList(place + 1, place + places.size());
  }

  private static boolean calls(PlannedAgent agent, AgentId colleague) {
    return agent.agent().calls().stream().anyMatch(call -> call.value().equals(colleague.agent()));
  }

  private static Map<String, Object> gateway(AgentId id) {
    return address(id.agent() + "." + id.team() + ".svc.cluster.local", GATEWAY_PORT);
  }

  private static ProbeCheck mustNotConnect(String id, String host, int port) {
    return ProbeCheck.mustNot(id, Way.CONNECT, address(host, port));
  }

  private static Map<String, Object> address(String host, int port) {
    return Inputs.of("host", host, "port", port);
  }
}
