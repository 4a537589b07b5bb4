package dev.berth.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param knowledgeImage of the program that carries its own knowledge to a store and back; empty
 *     when it has none of its own, or the fleet names no such image
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
    Optional<Declared<Image>> knowledgeImage,
    Optional<Declared<Name>> pool,
    Origin from) {

  /**
   * Every secret that is its own, with the first line that says so: its model's key, its channels'.
   */
  public SortedMap<SecretName, Origin> secrets() {
    SortedMap<SecretName, Origin> secrets = new TreeMap<>();
    secrets.put(apiKey.value(), apiKey.from());
    for (Channel channel : channels) {
      channel.secrets().values().forEach(own -> secrets.putIfAbsent(own.value(), own.from()));
    }
    return secrets;
  }

  /** Its own folders and grants as its file asks for them: less what {@code all} has anyway. */
  public EveryAgent beyond(EveryAgent all) {
    SortedMap<Name, Declared<Access>> more = new TreeMap<>(folders);
    more.entrySet().removeIf(folder -> all.covers(folder.getKey(), folder.getValue().value()));
    return new EveryAgent(more, iam.stream().filter(grant -> !all.covers(grant.value())).toList());
  }

  /** The same agent with what every agent has, as far as it is more than its own. */
  public Agent with(EveryAgent all) {
    EveryAgent everything = all.and(beyond(all));
    return new Agent(
        id,
        soul,
        model,
        apiKey,
        channels,
        own,
        everything.folders(),
        limits,
        requests,
        egress,
        everything.iam(),
        calls,
        callers,
        openclaw,
        image,
        knowledgeImage,
        pool,
        from);
  }

  /**
   * What the scheduler reserves: what was written, or what follows from the density; never more
   * than the limits.
   */
  public Requests effectiveRequests(Density density) {
    return requests.orElseGet(() -> density.requests(limits));
  }
}
