package dev.berth.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What holds an agent to a way out, and lets it through. */
public enum Gate {
  /** GKE Dataplane V2 learns a name's addresses from the answers the agent gets. */
  FQDN_NETWORK_POLICY("FQDNNetworkPolicy"),
  /** Cilium's DNS proxy learns a name's addresses from the answers the agent gets. */
  CILIUM_NETWORK_POLICY("CiliumNetworkPolicy"),
  /**
   * Four addresses that answer for the Google APIs VPC Service Controls can guard
   * (https://cloud.google.com/vpc-service-controls/docs/private-connectivity).
   */
  RESTRICTED_VIP("restricted VIP", 4),
  /** Four addresses that answer for nearly every Google API (the same page). */
  PRIVATE_VIP("private VIP", 8),
  /** No name is enforced: every public address, because a waiver says so. */
  ANY_ADDRESS("no host rule"),
  /** No name is enforced, and nothing is opened. */
  CLOSED("nobody");

  private final String words;
  private final int first;

  Gate(String words) {
    this(words, 0);
  }

  Gate(String words, int first) {
    this.words = words;
    this.first = first;
  }

  /** The range of its addresses, four of them; empty when it is held by name or not at all. */
  public Optional<String> range() {
    return first == 0 ? Optional.empty() : Optional.of("199.36.153." + first + "/30");
  }

  /** Each address of {@link #range}. */
  List<String> addresses() {
    return IntStream.range(first, first + 4).mapToObj(last -> "199.36.153." + last).toList();
  }

  /** Whether nothing holds the agent to the host's name. */
  public boolean unheld() {
    return this == ANY_ADDRESS || this == CLOSED;
  }

  /** The words reports use. */
  @Override
  public String toString() {
    return words;
  }
}
