package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/** The firewall rule that lets nothing in; GKE adds its own narrower ones above it. */
public record DenyIngress(PlatformNames names, Origin because) implements PlatformResource {

  /** Just above the implied rules, below every rule GKE makes (priority 1000). */
  private static final int PRIORITY = 65_000;

  @Override
  public String type() {
    return "gcp:compute/firewall:Firewall";
  }

  @Override
  public String name() {
    return names.base() + "-deny-ingress";
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "name", name(),
        "network", new Ref(names.base(), "name"),
        "direction", "INGRESS",
        "priority", PRIORITY,
        "sourceRanges", List.of("0.0.0.0/0"),
        "denies", List.of(Inputs.of("protocol", "all")),
        "logConfig", Inputs.of("metadata", "INCLUDE_ALL_METADATA"));
  }
}
