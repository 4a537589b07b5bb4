package dev.berth.check;

import dev.berth.declare.EnvironmentDeclaration;
import dev.berth.declare.EnvironmentKeys;
import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.Key;
import dev.berth.declare.Named;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import dev.berth.diagnose.PoolDiagnostic;
import dev.berth.model.Density;
import dev.berth.model.Environment;
import dev.berth.model.Name;
import dev.berth.model.Pool;
import dev.berth.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns declared environments into legal ones. */
final class EnvironmentCheck {

  /**
   * A service account's id has at most 30 characters
   * (https://cloud.google.com/iam/docs/service-accounts-create), and {@code berth-…-nodes} takes
   * 12.
   */
  private static final int MOST_CHARACTERS_ON_GKE = 18;

  private final List<Diagnostic> wrong;
  private final Map<String, Name> buckets = new HashMap<>();

  EnvironmentCheck(List<Diagnostic> wrong) {
    this.wrong = wrong;
  }

  /** Those that could be made, in the order they were written. */
  List<Environment> environments(FleetDeclaration fleet) {
    List<Environment> environments = new ArrayList<>();
    fleet.environments().forEach(each -> environment(each).ifPresent(environments::add));
    return environments;
  }

  private Optional<Environment> environment(Named<Name, EnvironmentDeclaration> named) {
    EnvironmentDeclaration written = named.value();
    List<Pool> pools = new PoolCheck(wrong).pools(written.pools(), named.name().origin());
    Density density = written.density().map(Written::value).orElse(Density.BALANCED);
    Target target = written.target().value();
    Environment.Network network = new NetworkCheck(wrong).network(named);
    Optional<Environment.Gke> gke = Optional.empty();
    if (target == Target.GKE) {
      fit(named.name());
      plain(named.name(), pools);
      need(named, EnvironmentKeys.PROJECT, written.project());
      need(named, EnvironmentKeys.REGION, written.region());
      need(named, EnvironmentKeys.KNOWLEDGE, written.knowledge());
      if (written.project().isEmpty()
          || written.region().isEmpty()
          || written.knowledge().isEmpty()) {
        return Optional.empty();
      }
      EnvironmentDeclaration.Knowledge knowledge = written.knowledge().get();
      ownBucket(knowledge.bucket(), named.name().value());
      gke =
          Optional.of(
              new Environment.Gke(
                  written.project().get().value(),
                  written.region().get().value(),
                  knowledge.bucket().value(),
                  knowledge.location().value(),
                  pools));
    }
    return Optional.of(
        new Environment(
            named.name().value(),
            target,
            density,
            gke,
            new LocalCheck(wrong).local(written),
            network,
            new SecretStoreCheck(wrong).store(target, written.secrets()),
            written.storageClass().map(Written::value),
            named.name().origin()));
  }

  private void need(
      Named<Name, EnvironmentDeclaration> environment, Key<?> key, Optional<?> written) {
    if (written.isEmpty()) {
      wrong.add(
          new KeyDiagnostic.MissingKey(
              environment.name().at(),
              key.name(),
              "an environment with the target gke",
              key.example()));
    }
  }

  private void fit(Written<Name> name) {
    if (name.value().text().length() > MOST_CHARACTERS_ON_GKE) {
      wrong.add(
          new PoolDiagnostic.EnvironmentNameTooLong(
              name.at(), name.width(), name.value().text(), MOST_CHARACTERS_ON_GKE));
    }
  }

  /**
   * GKE's own pods tolerate neither a sandbox nor other people's taints
   * (https://cloud.google.com/kubernetes-engine/docs/how-to/sandbox-pods).
   */
  private void plain(Written<Name> name, List<Pool> pools) {
    if (pools.stream().noneMatch(Pool::takesEveryPod)) {
      wrong.add(new PoolDiagnostic.NoPlainPool(name.at(), name.width(), name.value().text()));
    }
  }

  /** Agents of two environments must not write to one folder. */
  private void ownBucket(Written<String> bucket, Name environment) {
    Optional.ofNullable(buckets.putIfAbsent(bucket.value(), environment))
        .ifPresent(
            first ->
                wrong.add(
                    new PoolDiagnostic.SharedBucket(
                        bucket.at(), bucket.width(), bucket.value(), first.text())));
  }
}
