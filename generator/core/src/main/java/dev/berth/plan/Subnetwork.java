package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/** The range of addresses nodes, pods and Services are given, with flow logs. */
public record Subnetwork(PlatformNames names, Origin because) implements PlatformResource {

  static final String PODS = "pods";
  static final String SERVICES = "services";

  @Override
  public String type() {
    return "gcp:compute/subnetwork:Subnetwork";
  }

  @Override
  public String name() {
    return names.subnetwork();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "name", names.subnetwork(),
        "region", names.region(),
        "network", new Ref(names.base(), "id"),
        "ipCidrRange", PlatformNames.NODE_RANGE,
        "privateIpGoogleAccess", true,
        "secondaryIpRanges",
            List.of(
                Inputs.of("rangeName", PODS, "ipCidrRange", PlatformNames.POD_RANGE),
                Inputs.of("rangeName", SERVICES, "ipCidrRange", PlatformNames.SERVICE_RANGE)),
        "logConfig",
            Inputs.of(
                "aggregationInterval", "INTERVAL_10_MIN",
                "flowSampling", 0.5,
                "metadata", "INCLUDE_ALL_METADATA"));
  }
}
