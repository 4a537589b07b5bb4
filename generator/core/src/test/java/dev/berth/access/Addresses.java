package dev.berth.access;

import java.util.List;
import java.util.Map;

/** What answers at an address, as the access map calls it. */
final class Addresses {

  /** Some of every range that must stay closed where all public addresses are open. */
  private static final List<String> INSIDE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10");

  private Addresses() {}

  static Edge edge(Pod from, Map<String, Object> block, Ports ports) {
    List<Object> except = Made.list(block.get("except"));
    String range = block.get("cidr").toString();
    return switch (range) {
      case "169.254.20.10/32" -> edge(from, "dns", ports, "");
      // Cloud DNS for GKE answers at the metadata server's address.
      case "169.254.169.254/32" -> edge(from, ports.all("53") ? "dns" : "metadata", ports, "");
      // https://cloud.google.com/vpc/docs/configure-private-google-access
      case "199.36.153.4/30" -> edge(from, "host/*.googleapis.com", ports, ", restricted VIP");
      case "199.36.153.8/30" -> edge(from, "host/*.googleapis.com", ports, ", private VIP");
      case "0.0.0.0/0" ->
          edge(
              from,
              except.containsAll(INSIDE) ? "host/*" : "address/0.0.0.0/0 but " + except,
              ports,
              ", no host rule");
      default -> edge(from, "address/" + range, ports, "");
    };
  }

  private static Edge edge(Pod from, String on, Ports ports, String by) {
    return new Edge(Layer.NETWORK, from.word(), on, ports + by);
  }
}
