package dev.berth.check;

import dev.berth.declare.SettingsDeclaration;
import dev.berth.declare.Written;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Declared;
import dev.berth.model.Limits;
import dev.berth.model.Requests;
import dev.berth.model.SecretName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An agent's settings over its team's over the fleet's: what is written nearest to the agent holds.
 *
 * @param nearestFirst agent, team, fleet
 */
record Layers(List<SettingsDeclaration> nearestFirst) {

  private static final Cpu CPU = new Cpu(1000);
  private static final ByteSize MEMORY = ByteSize.gibibytes(2);
  private static final ByteSize DISK = ByteSize.gibibytes(10);

  <T> Optional<T> first(Function<SettingsDeclaration, Optional<T>> setting) {
    for (SettingsDeclaration layer : nearestFirst) {
      Optional<T> written = setting.apply(layer);
      if (written.isPresent()) {
        return written;
      }
    }
    return Optional.empty();
  }

  Optional<Written<Cpu>> cpu() {
    return first(layer -> layer.limits().cpu());
  }

  Optional<Written<ByteSize>> memory() {
    return first(layer -> layer.limits().memory());
  }

  Limits limits() {
    return new Limits(
        declared(cpu(), CPU),
        declared(memory(), MEMORY),
        declared(first(layer -> layer.limits().disk()), DISK));
  }

  Optional<SettingsDeclaration.Requests> requests() {
    return first(SettingsDeclaration::requests);
  }

  Optional<Requests> declaredRequests() {
    return requests().map(both -> new Requests(both.cpu().declared(), both.memory().declared()));
  }

  /** The secret with a model provider's key. */
  Declared<SecretName> apiKey(String provider) {
    return first(
            layer ->
                layer.apiKeys().stream()
                    .filter(key -> key.name().value().equals(provider))
                    .map(key -> key.value())
                    .findFirst())
        .map(Written::declared)
        .orElseGet(() -> Declared.builtIn(new SecretName(provider + "-api-key")));
  }

  private static <T> Declared<T> declared(Optional<Written<T>> written, T otherwise) {
    return written.map(Written::declared).orElseGet(() -> Declared.builtIn(otherwise));
  }
}
