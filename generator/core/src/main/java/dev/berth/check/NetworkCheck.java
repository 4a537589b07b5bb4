package dev.berth.check;

import dev.berth.declare.EnvironmentDeclaration;
import dev.berth.declare.EnvironmentKeys;
import dev.berth.declare.Key;
import dev.berth.declare.Named;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.NetworkDiagnostic;
import dev.berth.model.Environment;
import dev.berth.model.HostRules;
import dev.berth.model.Name;
import dev.berth.model.Target;
import java.util.List;
import java.util.Optional;

/** What an environment's network can enforce, as far as it was said. */
record NetworkCheck(List<Diagnostic> wrong) {

  Environment.Network network(Named<Name, EnvironmentDeclaration> named) {
    EnvironmentDeclaration written = named.value();
    Target target = written.target().value();
    if (target != Target.KUBERNETES) {
      kubernetesAlone(EnvironmentKeys.HOST_NAMES, written.hostNames(), target);
      kubernetesAlone(EnvironmentKeys.STORAGE_CLASS, written.storageClass(), target);
    }
    HostRules rules =
        target == Target.GKE
            ? HostRules.GKE
            : written.hostNames().map(Written::value).orElse(HostRules.NONE);
    return new Environment.Network(
        rules,
        written.clusterNetworkPolicy().map(Written::value).orElse(false),
        written.metrics().isPresent());
  }

  private void kubernetesAlone(Key<?> key, Optional<? extends Written<?>> written, Target target) {
    written.ifPresent(
        each ->
            wrong.add(
                new NetworkDiagnostic.KeyOfOtherTarget(
                    each.at(),
                    each.width(),
                    key.name(),
                    Target.KUBERNETES.toString(),
                    target.toString())));
  }
}
