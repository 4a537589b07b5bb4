package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.Map;

/**
 * A Google API switched on for the project, and left on when the stack goes.
 *
 * @param service e.g. {@code container.googleapis.com}
 */
public record ApiService(String project, String service, Origin because)
    implements PlatformResource {

  @Override
  public String type() {
    return "gcp:projects/service:Service";
  }

  @Override
  public String name() {
    return service;
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of("project", project, "service", service, "disableOnDestroy", false);
  }
}
