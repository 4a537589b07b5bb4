package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** On {@code gateway}: what Tailscale asks of the rest. */
final class GatewayRules {

  private static final Set<String> TAILSCALE = Set.of("serve", "funnel");

  private GatewayRules() {}

  static Stream<Objection> judge(JsonNode root) {
    JsonNode gateway = root.path("gateway");
    List<Objection> found = new ArrayList<>();
    if (TAILSCALE.contains(gateway.at("/tailscale/mode").asText())) {
      String bind = gateway.path("bind").asText("loopback");
      boolean own =
          bind.equals("custom")
              && gateway.path("customBindHost").asText().matches("127(\\.[0-9]{1,3}){3}");
      if (!bind.equals("loopback") && !own) {
        found.add(refused("gateway.bind", "must be \"loopback\" when Tailscale serves it"));
      }
      if (gateway.at("/auth/mode").asText().equals("none")) {
        found.add(refused("gateway.auth.mode", "must not be \"none\" when Tailscale serves it"));
      }
    }
    return found.stream();
  }
}
