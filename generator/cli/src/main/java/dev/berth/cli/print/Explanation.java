package dev.berth.cli.print;

import dev.berth.model.Agent;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.IamGrant;
import dev.berth.model.Origin;
import dev.berth.model.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every value that holds for one agent and where it came from: the shape of {@code berth explain
 * --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param agent {@code team/agent}
 * @param environment which one requests and the pool are explained for
 */
public record Explanation(String format, String agent, String environment, List<Value> values) {

  /** The one there is today. */
  public static final String FORMAT = "berth-explain/1";

  /**
   * One value.
   *
   * @param key as it would be written, levels joined by dots
   * @param from {@code file:line}, or {@code built in}
   * @param why what else decided it; empty text for nothing
   */
  public record Value(String key, String value, String from, String why) {}

  /**
   * What holds for {@code agent}.
   *
   * @param all what every agent of its team has
   */
  public static Explanation of(Agent agent, EveryAgent all, Environment environment) {
    Agent reaching = agent.with(all);
    List<Value> values = new ArrayList<>();
    values.add(value("soul", agent.soul().map(soul -> soul.name())));
    values.add(value("model", agent.model()));
    values.add(value("apiKeys." + agent.model().value().provider(), agent.apiKey()));
    agent.channels().forEach(channel -> values.addAll(channel(channel)));
    values.add(
        agent
            .own()
            .map(own -> value("knowledge.own", own))
            .orElseGet(() -> new Value("knowledge.own", "none", agent.from().file(), "")));
    reaching
        .folders()
        .forEach(
            (name, access) ->
                values.add(
                    value("knowledge." + name, access, access.equals(all.folders().get(name)))));
    values.add(value("limits.cpu", agent.limits().cpu()));
    values.add(value("limits.memory", agent.limits().memory()));
    values.add(value("limits.disk", agent.limits().disk()));
    values.addAll(requests(agent, environment));
    values.addAll(pool(agent, environment));
    agent.egress().forEach(host -> values.add(value("egress", host)));
    agent.calls().forEach(name -> values.add(value("calls", name)));
    agent.callers().forEach(name -> values.add(value("callers", name)));
    reaching
        .iam()
        .forEach(
            grant ->
                values.add(value("iam", grant.map(Explanation::words), all.iam().contains(grant))));
    values.add(value("openclaw", agent.openclaw()));
    values.add(value("image", agent.image()));
    agent.knowledgeImage().ifPresent(image -> values.add(value("knowledgeImage", image)));
    return new Explanation(
        FORMAT, agent.id().toString(), environment.name().text(), List.copyOf(values));
  }

  private static Value value(String key, Declared<?> declared) {
    return value(key, declared, false);
  }

  private static Value value(String key, Declared<?> declared, boolean everyAgent) {
    return new Value(
        key,
        declared.value().toString(),
        declared.from().toString(),
        everyAgent ? "every agent" : "");
  }

  private static List<Value> channel(Channel channel) {
    String key = "channels." + channel.kind();
    if (channel.secrets().isEmpty()) {
      return List.of(new Value(key, "no secret", channel.from().toString(), ""));
    }
    return channel.secrets().entrySet().stream()
        .map(secret -> value(key + "." + secret.getKey(), secret.getValue()))
        .toList();
  }

  private static List<Value> requests(Agent agent, Environment environment) {
    if (agent.requests().isPresent()) {
      return List.of(
          value("requests.cpu", agent.requests().get().cpu()),
          value("requests.memory", agent.requests().get().memory()));
    }
    Requests requests = agent.effectiveRequests(environment.density());
    return List.of(
        followed("requests.cpu", requests.cpu(), environment),
        followed("requests.memory", requests.memory(), environment));
  }

  // A request that follows from a limit keeps the limit's line.
  private static Value followed(String key, Declared<?> request, Environment environment) {
    return new Value(
        key,
        request.value().toString(),
        request.from().equals(Origin.BUILT_IN)
            ? environment.from().toString()
            : request.from().toString(),
        "density " + environment.density());
  }

  private static List<Value> pool(Agent agent, Environment environment) {
    if (agent.pool().isPresent()) {
      return List.of(value("pool", agent.pool().get()));
    }
    return environment.gke().stream()
        .map(gke -> gke.pools().get(0))
        .map(
            pool ->
                new Value(
                    "pool",
                    pool.name().text(),
                    pool.from().toString(),
                    "first pool of " + environment.name()))
        .toList();
  }

  private static String words(IamGrant grant) {
    Optional<String> until = grant.until().map(day -> " until " + day);
    return grant.role() + " on " + grant.on() + until.orElse("");
  }
}
