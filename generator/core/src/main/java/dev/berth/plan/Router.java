package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Map;

/** The router Cloud NAT hangs on. */
public record Router(PlatformNames names, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return "gcp:compute/router:Router";
  }

  @Override
  public String name() {
    return names.router();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "name", names.router(),
        "region", names.region(),
        "network", new Ref(names.base(), "id"));
  }
}
