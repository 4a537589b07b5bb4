package dev.berth.cli;

import dev.berth.model.Environment;
import dev.berth.plan.PlatformNames;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an environment's cluster is found.
 *
 * @param context as it was named on the command line
 */
record Kubeconfig(Environment environment, Optional<String> context) {

  /**
   * The files kubectl reads
   * (https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/).
   */
  static List<Path> files(Map<String, String> variables) {
    String written = variables.getOrDefault("KUBECONFIG", "");
    if (!written.isEmpty()) {
      return Arrays.stream(written.split(File.pathSeparator))
          .filter(each -> !each.isEmpty())
          .map(Path::of)
          .toList();
    }
    return Optional.ofNullable(variables.get("HOME")).stream()
        .map(home -> Path.of(home, ".kube", "config"))
        .toList();
  }

  /** The context that was named, or the one gcloud makes for the environment's own cluster. */
  String chosen() {
    return context
        .or(
            () ->
                environment
                    .gke()
                    .map(gke -> String.join("_", "gke", gke.project(), gke.region(), cluster(gke))))
        .orElseThrow(
            () ->
                Stop.usage(
                    "the cluster of environment %s has no name of its own\nmend: name its kubeconfig context with `--context`"
                        .formatted(environment.name())));
  }

  /** The command that logs in to the cluster, for a context nobody named. */
  Optional<String> login() {
    return context.isPresent()
        ? Optional.empty()
        : environment
            .gke()
            .map(
                gke ->
                    "gcloud container clusters get-credentials %s --location %s --project %s --dns-endpoint"
                        .formatted(cluster(gke), gke.region(), gke.project()));
  }

  private String cluster(Environment.Gke gke) {
    return new PlatformNames(environment.name(), gke.project(), gke.region()).base();
  }
}
