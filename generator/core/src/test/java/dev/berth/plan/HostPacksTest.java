package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.model.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPacksTest {

  private static final HostCatalogue HOSTS = HostCatalogue.builtIn();

  @Test
  void aPackIsFilledBeforeTheNextIsBegun() {
    assertEquals(
        List.of(List.of("a.com", "b.com", "c.com"), List.of("d.com")),
        packs("a.com", "b.com", "c.com", "d.com"));
  }

  @Test
  void aSmallHostGoesWhereThereIsStillRoom() {
    assertEquals(
        List.of(List.of("*.a.com", "*.b.com", "api.anthropic.com"), List.of("c.com")),
        packs("*.a.com", "*.b.com", "c.com", "api.anthropic.com"));
  }

  @Test
  void aHostThatIsAskedForLastMovesNoOther() {
    List<String> asked = new ArrayList<>();
    List<List<String>> before = List.of();
    for (int host = 0; host < 30; host++) {
      asked.add((host % 3 == 0 ? "*." : "") + "host" + host + ".com");
      List<List<String>> after = packs(asked.toArray(String[]::new));
      for (int pack = 0; pack < before.size(); pack++) {
        assertEquals(before.get(pack), after.get(pack).subList(0, before.get(pack).size()));
      }
      before = after;
    }
  }

  private static List<List<String>> packs(String... hosts) {
    List<WayOut> ways = new ArrayList<>();
    for (String host : hosts) {
      ways.add(
          new WayOut(
              HostName.parse(host).orElseThrow(),
              List.of(new WayOut.Ask("declared", new Origin("a.yaml", 1))),
              Gate.FQDN_NETWORK_POLICY));
    }
    return HostPacks.of(ways, HOSTS).stream()
        .map(pack -> pack.stream().map(way -> way.host().text()).toList())
        .toList();
  }
}
