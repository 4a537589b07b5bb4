package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Environment;
import java.util.stream.Stream;

/** What is allowed by name may lead back inside. */
record NoClusterNetworkPolicy() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String reason() {
    return "policies only add up, so a name that is allowed and resolves to a private address opens"
        + " it";
  }

  @Override
  public String source() {
    return "https://network-policy-api.sigs.k8s.io/reference/spec/";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    Environment environment = scene.environment();
    return environment.network().clusterNetworkPolicy()
        ? Stream.empty()
        : Stream.of(
            finding(
                environment.from(),
                environment.name(),
                "nothing in %s keeps an allowed name from resolving to a private address"
                    .formatted(environment.name()),
                "write `clusterNetworkPolicy: true` once its cluster has that kind"));
  }
}
