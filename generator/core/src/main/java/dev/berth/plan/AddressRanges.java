package dev.berth.plan;

import java.util.List;

/** Ranges of addresses that lie inside a machine, a cluster or a company. */
final class AddressRanges {

  /**
   * IPv4 that the public Internet does not route
   * (https://www.iana.org/assignments/iana-ipv4-special-registry); 169.254.0.0/16 holds the
   * metadata servers of every large cloud.
   */
  static final List<String> INSIDE =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/3");

  /** The same of IPv6 (https://www.iana.org/assignments/iana-ipv6-special-registry). */
  static final List<String> INSIDE_OF_IPV6 =
      List.of("::/127", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "ff00::/8");

  private AddressRanges() {}
}
