package dev.berth.declare;

import dev.berth.model.Access;
import dev.berth.model.ChannelKind;
import dev.berth.model.HostName;
import dev.berth.model.Name;
import dev.berth.model.SecretName;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** {@code <agent>.yaml}, as written. */
public record AgentDeclaration(
    SourcePoint at,
    SettingsDeclaration settings,
    Optional<Written<Name>> soul,
    List<Channel> channels,
    Knowledge knowledge,
    List<Written<HostName>> egress,
    List<Written<Name>> calls,
    List<Written<Name>> callers,
    List<GrantDeclaration> iam) {

  /**
   * A channel.
   *
   * @param secrets by OpenClaw's own field
   */
  public record Channel(
      ChannelKind kind, SourcePoint at, SortedMap<String, Written<SecretName>> secrets) {

    /** The same channel, asked for by the key at {@code place}. */
    Channel at(SourcePoint place) {
      return new Channel(kind, place, secrets);
    }
  }

  /**
   * What it may do with which folder.
   *
   * @param own {@code none}, or the access to its own folder
   */
  public record Knowledge(Optional<Written<Own>> own, List<Named<Name, Written<Access>>> folders) {

    public static final Knowledge NONE = new Knowledge(Optional.empty(), List.of());
  }

  /** Access to one's own folder. */
  public enum Own {
    READ_WRITE(Optional.of(Access.READ_WRITE)),
    READ_ONLY(Optional.of(Access.READ_ONLY)),
    NONE(Optional.empty());

    // Optional cannot be changed; the type alone does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Access> access;

    Own(Optional<Access> access) {
      this.access = access;
    }

    public Optional<Access> access() {
      return access;
    }

    /** The word users write. */
    @Override
    public String toString() {
      return access.map(Access::toString).orElse("none");
    }
  }
}
