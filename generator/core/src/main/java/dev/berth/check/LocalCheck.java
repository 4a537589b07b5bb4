package dev.berth.check;

import dev.berth.declare.EnvironmentDeclaration;
import dev.berth.declare.EnvironmentKeys;
import dev.berth.declare.Key;
import dev.berth.declare.Written;
import dev.berth.diagnose.AgentDiagnostic;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.NetworkDiagnostic;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.ModelId;
import dev.berth.model.Target;
import java.util.List;
import java.util.Optional;

/** What is said of a machine that agents run on as processes. */
record LocalCheck(List<Diagnostic> wrong) {

  /** Present exactly for the target {@code local}. */
  Optional<Environment.Local> local(EnvironmentDeclaration written) {
    Target target = written.target().value();
    if (target != Target.LOCAL) {
      written
          .agents()
          .flatMap(agents -> agents.stream().findFirst())
          .ifPresent(first -> refuse(EnvironmentKeys.AGENTS, first, target));
      written.model().ifPresent(each -> refuse(EnvironmentKeys.MODEL, each, target));
      written.modelServer().ifPresent(each -> refuse(EnvironmentKeys.MODEL_SERVER, each, target));
      written.channels().ifPresent(each -> refuse(EnvironmentKeys.CHANNELS, each, target));
      return Optional.empty();
    }
    if (written.modelServer().isEmpty()) {
      written.model().ifPresent(this::known);
    }
    return Optional.of(
        new Environment.Local(
            written.agents().orElse(List.of()).stream().map(Written::value).distinct().toList(),
            written.model().map(Written::declared),
            written.modelServer().map(Written::declared),
            written.channels().map(Written::value).orElse(false)));
  }

  private void known(Written<ModelId> model) {
    ModelId id = model.value();
    HostCatalogue hosts = HostCatalogue.builtIn();
    if (!id.equals(ModelId.ECHO) && hosts.provider(id.provider()).isEmpty()) {
      wrong.add(
          new AgentDiagnostic.UnknownProvider(
              model.at(), model.width(), id.provider(), id.model(), hosts.providers()));
    }
  }

  private void refuse(Key<?> key, Written<?> written, Target target) {
    wrong.add(
        new NetworkDiagnostic.KeyOfOtherTarget(
            written.at(), written.width(), key.name(), Target.LOCAL.toString(), target.toString()));
  }
}
