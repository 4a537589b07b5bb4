package dev.berth.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One agent with every layer merged: fleet defaults, team, its own file.
 *
 * @param own access to its own knowledge folder; empty for none
 * @param folders shared knowledge folders it may use
 * @param requests empty when they follow from the environment's density
 * @param egress hosts beyond what its model, channels and knowledge need
 * @param calls agents of its own team whose gateway it may call, if they say so too
 * @param callers agents of its own team that may call its gateway, if they say so too
 * @param apiKey the secret holding its model provider's key
 * @param pool empty for the environment's first pool
 */
public record Agent(
    AgentId id,
    Declared<Soul> soul,
    Declared<ModelId> model,
    Declared<SecretName> apiKey,
    List<Channel> channels,
    Optional<Declared<Access>> own,
    SortedMap<Name, Declared<Access>> folders,
    Limits limits,
    Optional<Requests> requests,
    List<Declared<HostName>> egress,
    List<Declared<IamGrant>> iam,
    List<Declared<Name>> calls,
    List<Declared<Name>> callers,
    Declared<OpenClawVersion> openclaw,
    Declared<Image> image,
    Optional<Declared<Name>> pool,
    Origin from) {

  /**
   * What the scheduler reserves: what was written, or what follows from the density; never more
   * than the limits.
   */
  public Requests effectiveRequests(Density density) {
    return requests.orElseGet(() -> density.requests(limits));
  }
}
