package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/** What nodes run as: an account of their own, never the Compute Engine default. */
public record NodeAccount(PlatformNames names, Origin because) implements PlatformResource {

  @Override
  public String type() {
    return "gcp:serviceaccount/account:Account";
  }

  @Override
  public String name() {
    return names.nodes();
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project", names.project(),
        "accountId", names.nodes(),
        "displayName", "Berth nodes of " + names.environment());
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.IAM);
  }
}
