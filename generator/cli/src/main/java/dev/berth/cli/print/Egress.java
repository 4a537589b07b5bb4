package dev.berth.cli.print;

import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Name;
import dev.berth.model.Target;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.WayOut;
import java.util.ArrayList;
import java.util.List;

/**
 * Every way out of one agent and into it: the shape of {@code berth egress --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param catalogue the version of the table of hosts, a day
 * @param agent {@code team/agent}
 * @param hosts by name, each on TCP 443
 * @param calls agents of its team whose gateway it may call
 * @param fixed what it has without asking
 * @param callers who may call it
 * @param limits what rules about host names cannot close, for this agent
 */
public record Egress(
    String format,
    String catalogue,
    String agent,
    String environment,
    List<Host> hosts,
    List<Peer> calls,
    List<Fixed> fixed,
    List<Peer> callers,
    List<EgressLimits.Limit> limits) {

  /** The one there is today. */
  public static final String FORMAT = "berth-egress/1";

  private static final int GATEWAY = 18_789;
  private static final int METRICS = 9_464;

  /**
   * A host.
   *
   * @param enforced what holds the agent to it, e.g. {@code FQDNNetworkPolicy}
   * @param asks every line that asked for it
   */
  public record Host(String host, int port, String enforced, List<Ask> asks) {}

  /**
   * One reason.
   *
   * @param purpose {@code model}, a channel, {@code declared}
   */
  public record Ask(String purpose, String from) {}

  /** Pods on the other end of a way. */
  public record Peer(String who, int port, String from) {}

  /** A way that is there for a reason of the cluster's. */
  public record Fixed(String to, String ports, String why) {}

  public static Egress of(PlannedAgent planned, Environment environment, HostCatalogue catalogue) {
    AgentId id = planned.id();
    return new Egress(
        FORMAT,
        catalogue.version(),
        id.toString(),
        environment.name().text(),
        planned.asks().stream().map(Egress::host).toList(),
        peers(id, planned.agent().calls()),
        fixed(planned, environment),
        callers(planned, environment),
        EgressLimits.of(planned, environment, catalogue));
  }

  private static Host host(WayOut way) {
    return new Host(
        way.host().text(),
        443,
        way.gate().toString(),
        way.asks().stream().map(ask -> new Ask(ask.purpose(), ask.because().toString())).toList());
  }

  private static List<Peer> peers(AgentId id, List<Declared<Name>> names) {
    return names.stream()
        .map(name -> new Peer(id.team() + "/" + name.value(), GATEWAY, name.from().toString()))
        .toList();
  }

  private static List<Fixed> fixed(PlannedAgent planned, Environment environment) {
    List<Fixed> fixed = new ArrayList<>();
    fixed.add(
        new Fixed(
            environment.target() == Target.GKE
                ? "kube-dns, NodeLocal DNSCache or Cloud DNS"
                : "kube-dns or NodeLocal DNSCache",
            "UDP and TCP 53",
            "names are looked up before they are called"));
    if (asksWhoItIs(planned)) {
      fixed.add(
          new Fixed(
              "the GKE metadata server, 169.254.169.254",
              "TCP 80",
              "it was granted something on Google Cloud and needs its own token"));
    }
    return fixed;
  }

  private static boolean asksWhoItIs(PlannedAgent planned) {
    return planned.resources().stream()
        .filter(KubernetesObject.class::isInstance)
        .map(KubernetesObject.class::cast)
        .anyMatch(object -> Boolean.TRUE.equals(object.values().get("metadata")));
  }

  private static List<Peer> callers(PlannedAgent planned, Environment environment) {
    List<Peer> callers = new ArrayList<>(peers(planned.id(), planned.agent().callers()));
    if (environment.network().metrics()) {
      callers.add(
          new Peer(
              "collectors of Managed Service for Prometheus",
              METRICS,
              environment.from().toString()));
    }
    return callers;
  }
}
