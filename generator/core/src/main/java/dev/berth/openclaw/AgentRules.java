package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.refused;
import static dev.berth.openclaw.CrossFieldRules.warned;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On {@code agents}, and on what names agents. */
final class AgentRules {

  private static final Pattern DURATION =
      Pattern.compile("[0-9]+(\\.[0-9]+)?|([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+");

  /** What a binding may always name, whatever agents there are. */
  private static final String MAIN = "main";

  private AgentRules() {}

  static Stream<Objection> judge(JsonNode root) {
    List<Objection> found = new ArrayList<>();
    JsonNode agents = root.path("agents");
    Map<String, JsonNode> entries = entries(agents);
    references(root, entries.keySet(), found);
    ownership(agents, entries, found);
    folders(entries, found);
    heartbeat("agents.defaults.heartbeat", agents.at("/defaults/heartbeat"), found);
    tools("tools", root.path("tools"), found);
    entries.forEach((id, entry) -> entry("agents.entries." + id, entry, found));
    return found.stream();
  }

  private static Map<String, JsonNode> entries(JsonNode agents) {
    return agents.path("entries").properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  private static void references(JsonNode root, Set<String> ids, List<Objection> found) {
    Set<String> known = ids.stream().map(AgentRules::id).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      known.add(MAIN);
    }
    for (String path :
        List.of(
            "agents.defaults.heartbeat.agentId",
            "agents.defaults.systemAgent.agentId",
            "talk.agentId")) {
      Optional.ofNullable(root.at("/" + path.replace('.', '/')).textValue())
          .filter(named -> !known.contains(id(named)))
          .ifPresent(named -> found.add(unknown(path)));
    }
    JsonNode bindings = root.path("bindings");
    for (int i = 0; i < bindings.size(); i++) {
      String named = bindings.get(i).path("agentId").asText(MAIN);
      if (!named.equals(MAIN) && !known.contains(id(named))) {
        found.add(unknown("bindings." + i + ".agentId"));
      }
    }
    root.path("broadcast")
        .properties()
        .forEach(
            peer -> {
              JsonNode list =
                  peer.getValue().isArray() ? peer.getValue() : peer.getValue().path("agents");
              String path =
                  "broadcast." + peer.getKey() + (peer.getValue().isArray() ? "." : ".agents.");
              for (int i = 0; i < list.size(); i++) {
                // As it is written, unlike in a binding.
                if (!ids.contains(list.get(i).asText())) {
                  found.add(unknown(path + i));
                }
              }
            });
  }

  private static Objection unknown(String path) {
    return refused(path, "names an agent that is not in agents.entries");
  }

  /** How OpenClaw compares ids. */
  private static String id(String written) {
    return written.trim().toLowerCase(Locale.ROOT);
  }

  private static void ownership(
      JsonNode agents, Map<String, JsonNode> entries, List<Objection> found) {
    boolean explicit = agents.path("ownership").asText().equals("explicit");
    boolean marked = entries.values().stream().anyMatch(each -> each.path("default").asBoolean());
    if (entries.size() > 1 && !explicit && !marked) {
      found.add(
          refused("agents.ownership", "must be \"explicit\" when there is more than one agent"));
    }
    if (entries.values().stream().anyMatch(each -> each.has("default"))) {
      found.add(warned("agents.entries", "has the key `default`, which is no longer read"));
    }
    boolean beats =
        agents.at("/defaults").has("heartbeat")
            || entries.values().stream().anyMatch(each -> each.has("heartbeat"))
            || agents.at("/defaults/systemAgent").has("agentId");
    if (entries.size() > 1 && explicit && !beats) {
      found.add(
          warned(
              "agents.defaults.heartbeat.agentId",
              "is missing, so that no agent of several has a heartbeat"));
    }
    Set<String> seen = new HashSet<>();
    entries.keySet().stream()
        .filter(written -> !seen.add(id(written)))
        .forEach(
            written ->
                found.add(refused("agents.entries." + written, "is an agent's id a second time")));
  }

  private static void folders(Map<String, JsonNode> entries, List<Objection> found) {
    Set<String> seen = new TreeSet<>();
    boolean twice =
        entries.values().stream()
            .map(each -> each.path("agentDir").asText())
            .anyMatch(folder -> !folder.isEmpty() && !seen.add(folder));
    if (twice) {
      found.add(refused("agents.entries", "gives two agents one folder, `agentDir`"));
    }
  }

  private static void entry(String path, JsonNode entry, List<Objection> found) {
    heartbeat(path + ".heartbeat", entry.path("heartbeat"), found);
    tools(path + ".tools", entry.path("tools"), found);
    String avatar = entry.at("/identity/avatar").asText("").trim();
    if (avatar.startsWith("~") || avatar.matches("(?i)(?!https?:|data:)[a-z][a-z0-9+.-]*:.*")) {
      found.add(
          refused(path + ".identity.avatar", "must be a path in the workspace, or an address"));
    } else if (avatar.matches("(.*/)?\\.\\.(/.*)?") || avatar.startsWith("/")) {
      found.add(refused(path + ".identity.avatar", "must stay inside the workspace"));
    }
  }

  private static void heartbeat(String path, JsonNode heartbeat, List<Objection> found) {
    String every = heartbeat.path("every").asText("").trim().toLowerCase(Locale.ROOT);
    if (!every.isEmpty() && !DURATION.matcher(every).matches()) {
      found.add(refused(path + ".every", "must be a duration, such as 30m or 1h30m"));
    }
  }

  private static void tools(String path, JsonNode tools, List<Objection> found) {
    if (!tools.path("allow").isEmpty() && !tools.path("alsoAllow").isEmpty()) {
      found.add(refused(path, "must not have both `allow` and `alsoAllow`"));
    }
  }
}
