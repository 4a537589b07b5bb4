package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.refused;
import static dev.berth.openclaw.CrossFieldRules.warned;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** On {@code channels}, and on what names channels. */
final class ChannelRules {

  /** What a heartbeat may be sent to besides channels. */
  private static final Set<String> TARGETS = Set.of("owner", "last", "none");

  private final KnownNames known;

  ChannelRules(KnownNames known) {
    this.known = known;
  }

  Stream<Objection> judge(JsonNode root) {
    List<Objection> found = new ArrayList<>();
    root.path("channels")
        .properties()
        .forEach(
            channel -> {
              if (!known.channels().contains(channel.getKey())) {
                found.add(unknown(channel.getKey(), root.path("plugins")));
              } else if (!KnownNames.NO_CHANNELS.contains(channel.getKey())) {
                strangers("channels." + channel.getKey(), channel.getValue(), found);
              }
            });
    JsonNode agents = root.path("agents");
    target("agents.defaults", agents.path("defaults"), found);
    agents
        .path("entries")
        .properties()
        .forEach(entry -> target("agents.entries." + entry.getKey(), entry.getValue(), found));
    return found.stream();
  }

  /** One that a plugin of its name is meant to bring is only missing. */
  private static Objection unknown(String channel, JsonNode plugins) {
    boolean brought =
        plugins.path("entries").has(channel)
            || texts(plugins.path("allow")).anyMatch(channel::equals);
    String what = "is a channel this version does not know";
    return brought ? warned("channels." + channel, what) : refused("channels." + channel, what);
  }

  private static void strangers(String path, JsonNode channel, List<Objection> found) {
    if (off(channel)) {
      return;
    }
    heard(path, policy(channel, ""), channel.path("allowFrom"), found);
    channel
        .path("accounts")
        .properties()
        .forEach(
            account -> {
              JsonNode own = account.getValue();
              if (own.isObject() && !off(own)) {
                heard(
                    path + ".accounts." + account.getKey(),
                    policy(own, policy(channel, "")),
                    own.has("allowFrom") ? own.path("allowFrom") : channel.path("allowFrom"),
                    found);
              }
            });
  }

  private static boolean off(JsonNode channel) {
    return channel.has("enabled") && !channel.path("enabled").asBoolean();
  }

  private static String policy(JsonNode channel, String otherwise) {
    return channel.path("dmPolicy").asText(otherwise);
  }

  private static void heard(String path, String policy, JsonNode allowed, List<Objection> found) {
    if (policy.equals("open") && texts(allowed).noneMatch("*"::equals)) {
      found.add(
          warned(
              path + ".allowFrom",
              "must hold \"*\" when `dmPolicy` is \"open\", or nobody is heard"));
    }
    if (policy.equals("allowlist") && allowed.isEmpty()) {
      found.add(
          warned(
              path + ".allowFrom",
              "must name somebody when `dmPolicy` is \"allowlist\", or nobody is heard"));
    }
  }

  private void target(String path, JsonNode agent, List<Objection> found) {
    JsonNode target = agent.at("/heartbeat/target");
    if (!target.isTextual()) {
      return;
    }
    String named = target.textValue().trim().toLowerCase(Locale.ROOT);
    if (named.isEmpty()) {
      found.add(refused(path + ".heartbeat.target", "must not be empty"));
    } else if (!TARGETS.contains(named) && !known.channels().contains(named)) {
      found.add(refused(path + ".heartbeat.target", "is a channel this version does not know"));
    }
  }

  static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
