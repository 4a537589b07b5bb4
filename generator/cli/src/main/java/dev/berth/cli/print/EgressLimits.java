package dev.berth.cli.print;

import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.plan.Gate;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.WayOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the rules around one agent leave open, each in a sentence. */
public final class EgressLimits {

  private EgressLimits() {}

  /**
   * One of them.
   *
   * @param id e.g. {@code tunnel}: a contract, unlike the wording
   */
  public record Limit(String id, String what) {}

  static List<Limit> of(PlannedAgent planned, Environment environment, HostCatalogue catalogue) {
    List<WayOut> ways = planned.asks();
    List<String> names = hosts(ways, way -> way.gate().range().isEmpty());
    List<Limit> limits = new ArrayList<>();
    limits.add(
        new Limit(
            "tunnel",
            "Rules see addresses, not contents: whatever %s forwards for the agent, it reaches."
                .formatted(any(ways.size()))));
    unheld(ways).ifPresent(limits::add);
    if (!names.isEmpty() && ways.stream().noneMatch(way -> way.gate().unheld())) {
      limits.add(
          new Limit(
              "shared-addresses",
              "Other sites at the addresses of %s, as behind a content network, are open too."
                  .formatted(some(names))));
      limits.add(inside(environment));
    }
    List<String> wild = hosts(ways, way -> way.host().wildcard());
    if (!wild.isEmpty()) {
      limits.add(
          new Limit(
              "wildcard",
              "%s: every name one label below, whoever gets one there.".formatted(list(wild))));
    }
    limits.addAll(google(ways));
    limits.add(
        new Limit(
            "dns-tunnel",
            "DNS answers every question: data can leave, slowly, within the names asked for."));
    packs(planned, catalogue).ifPresent(limits::add);
    return List.copyOf(limits);
  }

  private static Optional<Limit> unheld(List<WayOut> ways) {
    if (ways.stream().anyMatch(way -> way.gate() == Gate.ANY_ADDRESS)) {
      return Optional.of(
          new Limit(
              "hosts-stay-open",
              "Nobody enforces host names here, and a waiver accepts it: every public address is"
                  + " open on TCP 443."));
    }
    return Optional.empty();
  }

  private static Limit inside(Environment environment) {
    String name = "A host above that answers with a private address ";
    return new Limit(
        "private-addresses",
        environment.network().clusterNetworkPolicy()
            ? name
                + "is refused it: environment %s has ClusterNetworkPolicy."
                    .formatted(environment.name())
            : name
                + "opens it: environment %s has no ClusterNetworkPolicy, which would refuse."
                    .formatted(environment.name()));
  }

  private static List<Limit> google(List<WayOut> ways) {
    List<Limit> limits = new ArrayList<>();
    if (!hosts(ways, way -> way.gate() == Gate.RESTRICTED_VIP).isEmpty()) {
      limits.add(
          new Limit(
              "restricted-vip",
              "The restricted VIP answers for every project and for more APIs than those above:"
                  + " with credentials from elsewhere data can go to anybody's bucket. VPC Service"
                  + " Controls would close that; Berth sets up none."));
    }
    List<String> others = hosts(ways, way -> way.gate() == Gate.PRIVATE_VIP);
    if (!others.isEmpty()) {
      limits.add(
          new Limit(
              "private-vip",
              "The private VIP, needed for %s, answers for nearly every Google API of every project."
                  .formatted(list(others))));
    }
    return limits;
  }

  private static Optional<Limit> packs(PlannedAgent planned, HostCatalogue catalogue) {
    long policies =
        planned.resources().stream()
            .filter(KubernetesObject.class::isInstance)
            .filter(each -> each.type().endsWith(":FQDNNetworkPolicy"))
            .count();
    int addresses =
        planned.asks().stream()
            .filter(way -> way.gate() == Gate.FQDN_NETWORK_POLICY)
            .mapToInt(way -> catalogue.addresses(way.host()))
            .sum();
    return policies < 2
        ? Optional.empty()
        : Optional.of(
            new Limit(
                "packs",
                "Its hosts are reckoned at %d addresses and GKE keeps 50 a policy, so there are %d"
                        .formatted(addresses, policies)
                    + " policies; an answer beyond 50 is dropped, not opened."));
  }

  private static List<String> hosts(List<WayOut> ways, Predicate<WayOut> which) {
    return ways.stream().filter(which).map(WayOut::host).map(HostName::text).toList();
  }

  private static String any(int hosts) {
    return hosts == 1 ? "the one host above" : "any of the " + hosts + " hosts above";
  }

  private static String some(List<String> hosts) {
    return hosts.size() <= 3 ? list(hosts) : "the " + hosts.size() + " hosts held by name";
  }

  private static String list(List<String> hosts) {
    return String.join(", ", hosts);
  }
}
