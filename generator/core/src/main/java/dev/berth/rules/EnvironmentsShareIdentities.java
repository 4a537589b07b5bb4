package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Environment;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two environments in one Google Cloud project. An identity is a namespace and a service account's
 * name in a project's pool, whichever of its clusters a pod runs in, so an agent of one environment
 * reads the other's folders and secrets.
 */
record EnvironmentsShareIdentities() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "an identity of a project's pool is the same in all of its clusters";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#identity_sameness";
  }

  /** A waiver is for one agent, and this is about them all. */
  @Override
  public boolean waivable() {
    return false;
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    Environment later = scene.environment();
    return scene.fleet().environments().stream()
        .takeWhile(each -> !each.equals(later))
        .filter(earlier -> project(earlier).isPresent() && project(earlier).equals(project(later)))
        .limit(1)
        .map(
            earlier ->
                finding(
                    later.from(),
                    later.name(),
                    "%s and %s are in one project, %s, where agents of one name are one identity"
                        .formatted(earlier.name(), later.name(), project(later).orElseThrow()),
                    "write another `project:` for " + later.name()));
  }

  private static Optional<String> project(Environment environment) {
    return environment.gke().map(Environment.Gke::project);
  }
}
