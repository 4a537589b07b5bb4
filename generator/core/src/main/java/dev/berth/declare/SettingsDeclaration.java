package dev.berth.declare;

import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Image;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.SecretName;
import java.util.List;
import java.util.Optional;

/** What every layer may say, as written: the fleet's defaults, a team's, an agent's own. */
public record SettingsDeclaration(
    Optional<Written<ModelId>> model,
    Limits limits,
    Optional<Requests> requests,
    Optional<Written<Name>> pool,
    List<Named<String, Written<SecretName>>> apiKeys,
    Optional<Written<OpenClawVersion>> openclaw,
    Optional<Written<Image>> image) {

  /** Says nothing. */
  public static final SettingsDeclaration NONE =
      new SettingsDeclaration(
          Optional.empty(),
          Limits.NONE,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  /** Ceilings; each merges by itself. */
  public record Limits(
      Optional<Written<Cpu>> cpu,
      Optional<Written<ByteSize>> memory,
      Optional<Written<ByteSize>> disk) {

    public static final Limits NONE =
        new Limits(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Both, or neither: half of a reservation would follow from the density. */
  public record Requests(Written<Cpu> cpu, Written<ByteSize> memory) {}
}
