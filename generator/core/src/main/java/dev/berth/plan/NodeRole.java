package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/**
 * The least a node needs: logs, metrics and its own autoscaling
 * (https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster). Nodes are the
 * only identity with a role on the project; agents never have one.
 */
public record NodeRole(PlatformNames names, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return "gcp:projects/iAMMember:IAMMember";
  }

  @Override
  public String name() {
    return names.nodes() + "-role";
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "role", "roles/container.defaultNodeServiceAccount",
        "member", Joined.of("serviceAccount:", new Ref(names.nodes(), "email")));
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.RESOURCE_MANAGER);
  }
}
