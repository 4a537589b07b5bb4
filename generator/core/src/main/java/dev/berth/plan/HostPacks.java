package dev.berth.plan;

import dev.berth.model.HostCatalogue;
import java.util.ArrayList;
import java.util.List;

/** Divides hosts among policies, as GKE holds no more than so many addresses in one. */
final class HostPacks {

  /**
   * IPv4 and IPv6 together; what is over is dropped
   * (https://docs.cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies).
   */
  static final int MOST_ADDRESSES = 50;

  private HostPacks() {}

  /**
   * Each host into the first pack with room for it: a host that is asked for last moves no other.
   *
   * @param ways in the order they were asked for
   */
  static List<List<WayOut>> of(List<WayOut> ways, HostCatalogue hosts) {
    List<List<WayOut>> packs = new ArrayList<>();
    List<Integer> filled = new ArrayList<>();
    for (WayOut way : ways) {
      int addresses = hosts.addresses(way.host());
      int pack = 0;
      while (pack < packs.size() && filled.get(pack) + addresses > MOST_ADDRESSES) {
        pack++;
      }
      if (pack == packs.size()) {
        packs.add(new ArrayList<>());
        filled.add(0);
      }
      packs.get(pack).add(way);
      filled.set(pack, filled.get(pack) + addresses);
    }
    return packs;
  }
}
