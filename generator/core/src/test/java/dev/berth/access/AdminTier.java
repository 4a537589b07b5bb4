package dev.berth.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What ClusterNetworkPolicy of the Admin tier takes away: judged before every NetworkPolicy, rule
 * by rule; a Pass leaves the decision to them
 * (https://network-policy-api.sigs.k8s.io/reference/spec).
 */
final class AdminTier {

  private final List<Map<String, Object>> specs = new ArrayList<>();
  private final Map<String, Map<String, Object>> namespaces;

  AdminTier(List<Made> made, Map<String, Map<String, Object>> namespaces) {
    this.namespaces = namespaces;
    for (Made each : made) {
      if (each.kind().equals("ClusterNetworkPolicy")) {
        if (!"Admin".equals(each.spec().get("tier"))) {
          throw new IllegalArgumentException("a tier nobody reads yet: " + each.spec());
        }
        specs.add(each.spec());
      }
    }
  }

  /** What of {@code ports} a pod may still use to another one. */
  Ports toPod(Pod from, Pod to, Ports ports) {
    return left(from, peer -> names(peer, to), ports);
  }

  /** What of {@code ports} a pod may still use to a range of addresses. */
  Ports toRange(Pod from, String range, Ports ports) {
    return left(from, peer -> covers(peer, range), ports);
  }

  private Ports left(Pod from, Predicate<Map<String, Object>> names, Ports ports) {
    Ports left = ports;
    for (Map<String, Object> spec : specs) {
      if (subject(spec, from)) {
        left = judged(spec, names, left);
      }
    }
    return left;
  }

  private boolean subject(Map<String, Object> spec, Pod pod) {
    Object selector = Made.map(spec.get("subject")).get("namespaces");
    return Selector.of(selector).selects(namespaces.getOrDefault(pod.namespace(), Map.of()));
  }

  private static Ports judged(
      Map<String, Object> spec, Predicate<Map<String, Object>> names, Ports ports) {
    SortedSet<String> passed = new TreeSet<>();
    for (Object each : Made.list(spec.get("egress"))) {
      Map<String, Object> rule = Made.map(each);
      if (Made.list(rule.get("to")).stream().map(Made::map).noneMatch(names)) {
        continue;
      }
      Ports of = ports(rule);
      switch (rule.get("action").toString()) {
        case "Pass" -> passed.addAll(ports.and(of).each());
        case "Deny" -> {
          return new Ports(passed);
        }
        default -> throw new IllegalArgumentException("an action nobody reads yet: " + rule);
      }
    }
    return ports;
  }

  private static Ports ports(Map<String, Object> rule) {
    SortedSet<String> ports = new TreeSet<>();
    for (Object each : Made.list(rule.get("protocols"))) {
      Made.map(each)
          .forEach(
              (protocol, at) -> {
                Object number = Made.map(Made.map(at).get("destinationPort")).get("number");
                ports.add(protocol.toUpperCase(Locale.ROOT) + " " + Ports.number(number));
              });
    }
    return ports.isEmpty() ? Ports.every() : new Ports(ports);
  }

  private boolean names(Map<String, Object> peer, Pod pod) {
    Map<String, Object> labels = namespaces.getOrDefault(pod.namespace(), Map.of());
    if (peer.containsKey("namespaces")) {
      return Selector.of(peer.get("namespaces")).selects(labels);
    }
    Map<String, Object> pods = Made.map(peer.get("pods"));
    return peer.containsKey("pods")
        && Selector.of(pods.get("namespaceSelector")).selects(labels)
        && Selector.of(pods.get("podSelector")).selects(pod.labels());
  }

  private static boolean covers(Map<String, Object> peer, String range) {
    return Made.list(peer.get("networks")).stream().anyMatch(wide -> within(range, "" + wide));
  }

  /** Whether all of one range lies in another. */
  static boolean within(String range, String wide) {
    String[] inner = range.split("/");
    String[] outer = wide.split("/");
    byte[] one = bytes(inner[0]);
    byte[] other = bytes(outer[0]);
    int bits = Integer.parseInt(outer[1]);
    int rest = one.length * 8 - bits;
    return one.length == other.length
        && Integer.parseInt(inner[1]) >= bits
        && new BigInteger(1, one)
            .shiftRight(rest)
            .equals(new BigInteger(1, other).shiftRight(rest));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(address, impossible);
    }
  }
}
