package dev.berth.check;

import dev.berth.declare.EnvironmentDeclaration;
import dev.berth.declare.EnvironmentKeys;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KeyDiagnostic;
import dev.berth.diagnose.StoreDiagnostic;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether an environment's agents can read from where its secrets are. */
record SecretStoreCheck(List<Diagnostic> wrong) {

  private static final String NO_GOOGLE =
      "no Google identity is proven there, and Secret Manager asks for one";
  private static final String NO_CLUSTER = "it needs a cluster, and there is none";

  /** The store that was written if it can be used, else the target's own. */
  SecretStore store(Target target, Optional<EnvironmentDeclaration.Secrets> secrets) {
    if (secrets.isEmpty()) {
      return usual(target);
    }
    Written<SecretStore.Kind> store = secrets.get().store();
    because(store.value(), target)
        .ifPresent(
            because ->
                wrong.add(
                    new StoreDiagnostic.StoreNotOnTarget(
                        store.at(),
                        store.width(),
                        store.value().toString(),
                        target.toString(),
                        because,
                        legal(target))));
    Optional<Written<String>> server = secrets.get().server();
    boolean vault = store.value() == SecretStore.Kind.VAULT;
    if (vault && server.isEmpty()) {
      wrong.add(
          new KeyDiagnostic.MissingKey(
              store.at(),
              EnvironmentKeys.SERVER.name(),
              "the store vault",
              EnvironmentKeys.SERVER.example()));
      return usual(target);
    }
    if (!vault && server.isPresent()) {
      Place place = Place.of(server.get());
      wrong.add(
          new StoreDiagnostic.ServerWithoutVault(
              place.at(), place.width(), store.value().toString()));
      return usual(target);
    }
    return new SecretStore(store.value(), server.map(Written::value));
  }

  private static SecretStore usual(Target target) {
    return target == Target.KUBERNETES ? SecretStore.KUBERNETES : SecretStore.SECRET_MANAGER;
  }

  private static List<String> legal(Target target) {
    return Arrays.stream(SecretStore.Kind.values())
        .filter(kind -> because(kind, target).isEmpty())
        .map(Object::toString)
        .toList();
  }

  /**
   * Why agents of a target cannot read from a store; empty when they can. The add-on and Workload
   * Identity are GKE's
   * (https://cloud.google.com/secret-manager/docs/secret-manager-managed-csi-component).
   */
  private static Optional<String> because(SecretStore.Kind kind, Target target) {
    return switch (target) {
      case GKE -> Optional.empty();
      case KUBERNETES ->
          kind == SecretStore.Kind.SECRET_MANAGER || kind == SecretStore.Kind.EXTERNAL_SECRETS
              ? Optional.of(NO_GOOGLE)
              : Optional.empty();
      case LOCAL, COMPOSE, VM ->
          kind == SecretStore.Kind.SECRET_MANAGER ? Optional.empty() : Optional.of(NO_CLUSTER);
    };
  }
}
