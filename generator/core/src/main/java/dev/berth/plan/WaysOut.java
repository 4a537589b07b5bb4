package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.CloudResource;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.model.Origin;
import dev.berth.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every host an agent may call, each because something it declares needs it. */
final class WaysOut {

  private static final HostName STORAGE = host("storage.googleapis.com");

  private final HostCatalogue hosts;
  private final Environment environment;

  WaysOut(HostCatalogue hosts, Environment environment) {
    this.hosts = hosts;
    this.environment = environment;
  }

  /**
   * Each host once, in the order it was first asked for: a host that is added last comes last.
   *
   * @param open whether a waiver opens every public address where nobody enforces names
   */
  List<WayOut> of(Agent agent, boolean open) {
    Map<HostName, List<WayOut.Ask>> asked = new LinkedHashMap<>();
    asks(agent, (host, ask) -> asked.computeIfAbsent(host, first -> new ArrayList<>()).add(ask));
    return asked.entrySet().stream()
        .map(each -> new WayOut(each.getKey(), each.getValue(), gate(each.getKey(), open)))
        .toList();
  }

  private void asks(Agent agent, BiConsumer<HostName, WayOut.Ask> ask) {
    Origin model = agent.model().from();
    hosts.provider(agent.model().value().provider()).stream()
        .flatMap(provider -> provider.hosts().stream())
        .forEach(host -> ask.accept(host, new WayOut.Ask("model", model)));
    for (Channel channel : agent.channels()) {
      String purpose = channel.kind().toString();
      hosts
          .channel(channel.kind())
          .forEach(host -> ask.accept(host, new WayOut.Ask(purpose, channel.from())));
    }
    if (environment.target() == Target.GKE) {
      google(agent, ask);
    }
    agent
        .egress()
        .forEach(host -> ask.accept(host.value(), new WayOut.Ask("declared", host.from())));
  }

  /** Elsewhere nothing of Google Cloud is planned for an agent, so it calls nothing there. */
  private static void google(Agent agent, BiConsumer<HostName, WayOut.Ask> ask) {
    agent.own().ifPresent(own -> ask.accept(STORAGE, new WayOut.Ask("knowledge", own.from())));
    agent
        .folders()
        .values()
        .forEach(folder -> ask.accept(STORAGE, new WayOut.Ask("knowledge", folder.from())));
    agent
        .iam()
        .forEach(
            grant ->
                ask.accept(api(grant.value().on().kind()), new WayOut.Ask("iam", grant.from())));
  }

  private Gate gate(HostName host, boolean open) {
    return switch (environment.network().hostRules()) {
      case GKE ->
          host.googleApi()
              .map(api -> hosts.restricted(api) ? Gate.RESTRICTED_VIP : Gate.PRIVATE_VIP)
              .orElse(Gate.FQDN_NETWORK_POLICY);
      case CILIUM -> Gate.CILIUM_NETWORK_POLICY;
      case NONE -> open ? Gate.ANY_ADDRESS : Gate.CLOSED;
    };
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

  private static HostName host(String text) {
    return HostName.parse(text).orElseThrow();
  }
}
