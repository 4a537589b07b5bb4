package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/**
 * A Google API switched on for the project, and left on when the stack goes.
 *
 * @param service e.g. {@code container.googleapis.com}
 */
public record ApiService(String project, String service, Origin because)
    implements PlatformResource {

  /** Roles on a project and a project's number are asked for there. */
  static final String RESOURCE_MANAGER = "cloudresourcemanager.googleapis.com";

  static final String BINARY_AUTHORIZATION = "binaryauthorization.googleapis.com";
  static final String COMPUTE = "compute.googleapis.com";
  static final String CONTAINER = "container.googleapis.com";
  static final String DNS = "dns.googleapis.com";
  static final String IAM = "iam.googleapis.com";
  static final String SECRET_MANAGER = "secretmanager.googleapis.com";
  static final String STORAGE = "storage.googleapis.com";

  /** Those the platform itself needs, in alphabetical order. */
  static final List<String> NEEDED =
      List.of(
          BINARY_AUTHORIZATION,
          RESOURCE_MANAGER,
          COMPUTE,
          CONTAINER,
          DNS,
          IAM,
          SECRET_MANAGER,
          STORAGE);

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
