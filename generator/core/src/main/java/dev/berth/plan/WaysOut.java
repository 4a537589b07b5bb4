package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.CloudResource;
import dev.berth.model.Declared;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.model.IamGrant;
import dev.berth.model.Origin;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every host an agent may call, each because something it declares needs it. */
final class WaysOut {

  private static final HostName STORAGE = host("storage.googleapis.com");

  private final HostCatalogue hosts;

  WaysOut(HostCatalogue hosts) {
    this.hosts = hosts;
  }

  /** Sorted by host; a host that several things need is listed for the first of them. */
  List<WayOut> of(Agent agent) {
    SortedMap<HostName, WayOut> ways = new TreeMap<>();
    Stream.of(model(agent), channels(agent), knowledge(agent), iam(agent), declared(agent))
        .flatMap(each -> each)
        .forEach(way -> ways.putIfAbsent(way.host(), way));
    return List.copyOf(ways.values());
  }

  private Stream<WayOut> model(Agent agent) {
    return hosts.provider(agent.model().value().provider()).stream()
        .flatMap(provider -> provider.hosts().stream())
        .map(host -> new WayOut(host, "model", agent.model().from()));
  }

  private Stream<WayOut> channels(Agent agent) {
    return agent.channels().stream().flatMap(this::channel);
  }

  private Stream<WayOut> channel(Channel channel) {
    return hosts.channel(channel.kind()).stream()
        .map(host -> new WayOut(host, channel.kind().toString(), channel.from()));
  }

  private static Stream<WayOut> knowledge(Agent agent) {
    return Stream.concat(
            agent.own().stream().map(Declared::from),
            agent.folders().values().stream().map(Declared::from))
        .limit(1)
        .map(because -> new WayOut(STORAGE, "knowledge", because));
  }

  private static Stream<WayOut> iam(Agent agent) {
    return agent.iam().stream().map(WaysOut::granted);
  }

  private static WayOut granted(Declared<IamGrant> grant) {
    return new WayOut(api(grant.value().on().kind()), "iam", grant.from());
  }

  private static HostName api(CloudResource.Kind kind) {
    return switch (kind) {
      case TOPIC, SUBSCRIPTION -> host("pubsub.googleapis.com");
      case SECRET -> host("secretmanager.googleapis.com");
      case REPOSITORY -> host("artifactregistry.googleapis.com");
      case DATASET -> host("bigquery.googleapis.com");
      case FOLDER -> STORAGE;
    };
  }

  private static Stream<WayOut> declared(Agent agent) {
    return agent.egress().stream().map(host -> declared(host.value(), host.from()));
  }

  private static WayOut declared(HostName host, Origin because) {
    return new WayOut(host, "declared", because);
  }

  private static HostName host(String text) {
    return HostName.parse(text).orElseThrow();
  }
}
