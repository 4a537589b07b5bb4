package dev.berth.access;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which ports of a peer a rule lets through: {@code TCP 443}, or every one. */
record Ports(SortedSet<String> each) {

  private static final String EVERY = "every port";

  static Ports every() {
    return new Ports(new TreeSet<>(List.of(EVERY)));
  }

  /** As NetworkPolicy and FQDNNetworkPolicy write them: none written is every port. */
  static Ports of(Object written) {
    SortedSet<String> ports = new TreeSet<>();
    for (Object port : Made.list(written)) {
      Map<String, Object> one = Made.map(port);
      String last = one.containsKey("endPort") ? "-" + number(one.get("endPort")) : "";
      ports.add(one.getOrDefault("protocol", "TCP") + " " + number(one.get("port")) + last);
    }
    return ports.isEmpty() ? every() : new Ports(ports);
  }

  static String number(Object port) {
    return port instanceof Number number ? Integer.toString(number.intValue()) : "" + port;
  }

  Ports and(Ports others) {
    if (each.contains(EVERY) || others.each.contains(EVERY)) {
      return each.contains(EVERY) ? others : this;
    }
    SortedSet<String> both = new TreeSet<>(each);
    both.retainAll(others.each);
    return new Ports(both);
  }

  boolean none() {
    return each.isEmpty();
  }

  boolean all(String port) {
    return each.stream().allMatch(one -> one.endsWith(" " + port));
  }

  @Override
  public String toString() {
    return String.join(", ", each);
  }
}
