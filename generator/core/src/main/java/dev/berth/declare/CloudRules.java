package dev.berth.declare;

import dev.berth.model.Density;
import dev.berth.model.HostRules;
import dev.berth.model.Pool;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import java.util.List;
import java.util.Optional;

/** The rules of scalars Google Cloud and Kubernetes set. */
final class CloudRules {

  static final Rule<Target> TARGET = Rule.oneOf(Target.values()).like("gke");
  static final Rule<Density> DENSITY = Rule.oneOf(Density.values());
  static final Rule<Boolean> CLUSTER_NETWORK_POLICY = Rule.trueOrFalse();
  static final Rule<String> METRICS = Rule.oneOf(List.of("managed-prometheus"));
  static final Rule<HostRules> HOST_NAMES = Rule.oneOf(List.of(HostRules.CILIUM));

  /** kubernetes.io/docs/concepts/overview/working-with-objects/names: a DNS subdomain. */
  static final Rule<String> STORAGE_CLASS =
      Rule.matching(
          "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
          253,
          "a storage class's name: at most 253 lower-case letters, digits, hyphens or dots",
          "standard");

  static final Rule<Boolean> SPOT = Rule.trueOrFalse();
  static final Rule<String> SANDBOX = Rule.oneOf(List.of("gvisor"));
  static final Rule<Pool.Taint.Effect> EFFECT = Rule.oneOf(Pool.Taint.Effect.values());
  static final Rule<Integer> GPUS = Rule.wholeNumber(1, 16, "1");

  static final Rule<SecretStore.Kind> STORE = Rule.oneOf(SecretStore.Kind.values());

  /**
   * Vault's address as External Secrets takes it. Without a path, a user or a query: none is
   * needed, and each could carry a secret.
   */
  static final Rule<String> SERVER =
      Rule.matching(
          "^https://[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?(:[1-9][0-9]{0,4})?$",
          270,
          "https://, a host in lower-case letters, and a port if it is not 443",
          "https://vault.example.com:8200");

  static final Rule<Boolean> CHANNELS = Rule.trueOrFalse();

  /** Without a user or a query: neither is needed, and each could carry a secret. */
  static final Rule<String> MODEL_SERVER =
      Rule.matching(
          "^https?://[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?(:[1-9][0-9]{0,4})?(/[-._a-zA-Z0-9]+)*$",
          300,
          "http:// or https://, a host in lower-case letters, a port and a path if there are, and"
              + " no last slash",
          "http://127.0.0.1:11434/v1");

  /** cloud.google.com/resource-manager/docs/creating-managing-projects. */
  static final Rule<String> PROJECT =
      Rule.matching(
          "^[a-z][-a-z0-9]{4,28}[a-z0-9]$",
          30,
          "a project's id: 6 to 30 lower-case letters, digits or hyphens, starting with a letter"
              + " and not ending in a hyphen",
          "acme-agents-dev");

  /** cloud.google.com/compute/docs/regions-zones. */
  static final Rule<String> REGION =
      Rule.matching(
          "^[a-z]+-[a-z]+[1-9][0-9]?$",
          30,
          "a region, not a zone, such as europe-west1",
          "europe-west1");

  /**
   * cloud.google.com/storage/docs/buckets#naming; names with dots stand for a domain of one's own.
   */
  static final Rule<String> BUCKET =
      new Rule<>(
          new Form.Text("^[a-z0-9][-_.a-z0-9]{1,61}[a-z0-9]$"),
          CloudRules::bucket,
          "a bucket's name: 3 to 63 lower-case letters, digits, hyphens, underscores or dots, with"
              + " a letter or digit at both ends, not starting with goog or holding google",
          "acme-agents-dev-knowledge",
          false);

  /** cloud.google.com/storage/docs/locations: a multi-region, a dual-region or a region. */
  static final Rule<String> LOCATION =
      Rule.matching(
          "^(US|EU|ASIA|NAM4|EUR[4578]|ASIA1|[a-z]+-[a-z]+[1-9][0-9]?)$",
          30,
          "a location of buckets: EU, US, ASIA, a dual-region such as EUR4, or a region such as"
              + " europe-west1",
          "EU");

  static final Rule<String> MACHINE =
      Rule.matching(
          "^[a-z][0-9a-z]*(-[0-9a-z]+){1,3}$",
          40,
          "a Compute Engine machine type, such as e2-medium",
          "e2-medium");

  static final Rule<Pool.Nodes> NODES =
      Rule.text(
          "^(0|[1-9][0-9]{0,2}|1000)-([1-9][0-9]{0,2}|1000)$",
          CloudRules::nodes,
          "the least and the most nodes, such as 1-10, to 1000",
          "1-10");

  static final Rule<String> ACCELERATOR =
      Rule.matching(
          "^nvidia-[a-z0-9]+(-[a-z0-9]+){0,4}$",
          60,
          "an accelerator type, such as nvidia-l4",
          "nvidia-l4");

  private static final String LABEL_NAME = "[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?";

  /** kubernetes.io/docs/concepts/overview/working-with-objects/labels. */
  static final Rule<String> LABEL_KEY =
      Rule.matching(
          "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
              + LABEL_NAME
              + "$",
          317,
          "a Kubernetes label key: at most 63 letters, digits, - _ or ., with a domain and a slash"
              + " before it if you like",
          "example.com/tier");

  static final Rule<String> LABEL_VALUE =
      new Rule<>(
          new Form.AnyScalar("^(" + LABEL_NAME + ")?$"),
          text -> text.matches("(" + LABEL_NAME + ")?") ? Optional.of(text) : Optional.empty(),
          "a Kubernetes label value: at most 63 letters, digits, - _ or .",
          "agents",
          false);

  private CloudRules() {}

  private static Optional<String> bucket(String text) {
    boolean legal =
        text.matches("[a-z0-9][-_.a-z0-9]{1,61}[a-z0-9]")
            && !text.startsWith("goog")
            && !text.contains("google")
            && !text.contains("..")
            && !text.matches("[0-9]+(\\.[0-9]+){3}");
    return legal ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Pool.Nodes> nodes(String text) {
    if (!text.matches("(0|[1-9][0-9]{0,2}|1000)-([1-9][0-9]{0,2}|1000)")) {
      return Optional.empty();
    }
    int hyphen = text.indexOf('-');
    int least = Integer.parseInt(text.substring(0, hyphen));
    int most = Integer.parseInt(text.substring(hyphen + 1));
    return least > most ? Optional.empty() : Optional.of(new Pool.Nodes(least, most));
  }
}
