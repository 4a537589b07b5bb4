package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Map;

/** The only way out to the internet: nodes have no public address. */
public record Nat(PlatformNames names, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return "gcp:compute/routerNat:RouterNat";
  }

  @Override
  public String name() {
    return names.nat();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "name", names.nat(),
        "region", names.region(),
        "router", new Ref(names.router(), "name"),
        "natIpAllocateOption", "AUTO_ONLY",
        "sourceSubnetworkIpRangesToNat", "ALL_SUBNETWORKS_ALL_IP_RANGES",
        "logConfig", Inputs.of("enable", true, "filter", "ERRORS_ONLY"));
  }
}
