package dev.berth.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A cluster, as kubeconfig files name it. */
public final class KubernetesCluster {

  private static final int MOST_RETRIES = 2;

  private KubernetesCluster() {}

  /**
   * The Jobs of the cluster that a context names: never of whichever cluster is current, which any
   * other command may have changed.
   *
   * @param files in the order they are searched; those that do not exist are passed by
   * @throws ClusterRefused when no file has the context, or the cluster does not answer
   */
  public static JobRunner jobs(List<Path> files, String context) throws ClusterRefused {
    List<String> known = new ArrayList<>();
    for (Path file : files) {
      List<String> names = contexts(file);
      if (names.contains(context)) {
        return new KubernetesJobs(open(file, context));
      }
      known.addAll(names);
    }
    throw new ClusterRefused(
        "no kubeconfig file has the context " + context,
        known.isEmpty()
            ? "log in to the cluster"
            : "log in to the cluster, or name its context with `--context`, one of "
                + String.join(", ", known));
  }

  // The client would take the only context there is for the one that was named; and reading a file
  // its own way runs the login program of the current one.
  private static List<String> contexts(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return new KubernetesSerialization()
              .unmarshal(Files.readString(file), io.fabric8.kubernetes.api.model.Config.class)
              .getContexts()
              .stream()
              .map(NamedContext::getName)
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static KubernetesClient open(Path file, String context) throws ClusterRefused {
    Config config = Config.fromKubeconfig(context, file.toFile());
    config.setRequestRetryBackoffLimit(MOST_RETRIES);
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    try {
      client.getKubernetesVersion();
      return client;
    } catch (KubernetesClientException silent) {
      client.close();
      throw new ClusterRefused(
          "the cluster of the context " + context + " does not answer: " + Words.of(silent),
          "log in to it again, or look whether this machine may reach " + config.getMasterUrl());
    }
  }
}
