package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/**
 * The private DNS zone that answers for Google's APIs within the network, so that an agent's rule
 * can be four addresses instead of names anybody's data is behind
 * (https://cloud.google.com/vpc-service-controls/docs/set-up-gke).
 */
public record GoogleApisZone(PlatformNames names, Origin because) implements PlatformResource {

  static final String DOMAIN = "googleapis.com.";

  @Override
  public String type() {
    return "gcp:dns/managedZone:ManagedZone";
  }

  @Override
  public String name() {
    return names.googleApis();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project",
        names.project(),
        "name",
        name(),
        "dnsName",
        DOMAIN,
        "description",
        "Google's APIs at the addresses agents may reach",
        "visibility",
        "private",
        "privateVisibilityConfig",
        Inputs.of("networks", List.of(Inputs.of("networkUrl", new Ref(names.base(), "id")))),
        "labels",
        NodePool.labels(names));
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.DNS);
  }
}
