package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/** The VPC network everything of an environment lives in. */
public record Network(PlatformNames names, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return "gcp:compute/network:Network";
  }

  @Override
  public String name() {
    return names.base();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project",
        names.project(),
        "name",
        names.base(),
        "autoCreateSubnetworks",
        false,
        "routingMode",
        "REGIONAL");
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.COMPUTE);
  }
}
