package dev.berth.access;

import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Fleets as people write them: text, with comments and in both of YAML's styles. */
final class FleetTexts {

  private static final String FLEET =
      """
      openclaw: 2026.9.6
      image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
      defaults:
        model: anthropic/claude-sonnet-4-5
      environments:
        dev:
          target: gke
          project: acme-agents-dev
          region: europe-west1
          knowledge: { bucket: acme-agents-dev-knowledge, location: EU }
          pools:
            agents: { machine: e2-standard-4, nodes: 1-10, disk: 30Gi }
      """
          .formatted("1".repeat(64));

  /** Settings of the environment, which is the last thing of the file. */
  private static final List<String> STORES =
      List.of(
          "",
          "    secrets: { store: external-secrets }\n",
          "    secrets: { store: vault, server: \"https://vault.example.com:8200\" }\n",
          "    secrets: { store: kubernetes }\n");

  private static final String METRICS = "    metrics: managed-prometheus\n";

  private static final String EVERY_AGENT =
      """
      everyAgent:
        knowledge: { products: read-only }
        # and more
        iam:
          - { role: roles/artifactregistry.reader, on: repository/bases, why: because }
      """;

  private static final String EVERY_AGENT_OF_A_TEAM =
      """
      everyAgent:
        knowledge:
          faq: read-only
        iam: [ { role: roles/pubsub.publisher, on: topic/all, why: because, until: 2027-03-31 } ]
      """;

  private static final String WAIVERS =
      """
      waivers:
        - rule: lethal-trio
          agent: team-0/agent-0
          owner: owner@example.com
          reason: because
          until: 2027-01-31
      """;

  private static final String TEAM =
      """
      owner: owner@example.com
      quota: { cpu: 64, memory: 128Gi, agents: 20 }
      members:
        - group:%s@example.com
        - user:avery@example.com
      knowledge: { faq: read-write, products: read-write }
      """;

  private FleetTexts() {}

  /** What stands around the agents. */
  private record Around(String fleet, List<String> teams, boolean calls, boolean waivers) {}

  /** One to three teams of one to three agents each. */
  static Arbitrary<Sources> any() {
    return Arbitraries.integers()
        .between(1, 3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .flatMap(
            sizes ->
                Combinators.combine(
                        around(sizes.size()),
                        agent().list().ofSize(sizes.stream().mapToInt(Integer::intValue).sum()))
                    .as((around, agents) -> sources(around, sizes, agents)));
  }

  private static Arbitrary<Around> around(int teams) {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    Arbitrary<String> fleet =
        Combinators.combine(
                Arbitraries.of(STORES),
                Arbitraries.of("", METRICS),
                Arbitraries.of("", EVERY_AGENT))
            .as((store, metrics, all) -> FLEET + store + metrics + all);
    Arbitrary<String> team = Arbitraries.of("", EVERY_AGENT_OF_A_TEAM).map(all -> TEAM + all);
    return Combinators.combine(fleet, team.list().ofSize(teams), either, either).as(Around::new);
  }

  private static Sources sources(Around around, List<Integer> sizes, List<String> agents) {
    List<SourceFile> files = new ArrayList<>();
    files.add(SourceFile.of("fleet.yaml", around.fleet()));
    files.add(SourceFile.of("souls/kind.md", "# Kind\n"));
    if (around.waivers()) {
      files.add(SourceFile.of("waivers.yaml", WAIVERS));
    }
    int next = 0;
    for (int team = 0; team < sizes.size(); team++) {
      String name = "team-" + team;
      String text = around.teams().get(team).formatted(name);
      files.add(SourceFile.of("agents/" + name + "/team.yaml", text));
      for (int agent = 0; agent < sizes.get(team); agent++) {
        String own = agents.get(next++).replace("$", name + "-" + agent);
        String both = around.calls() ? calls(agent, sizes.get(team)) : "";
        files.add(SourceFile.of("agents/%s/agent-%d.yaml".formatted(name, agent), own + both));
      }
    }
    return Sources.of(files);
  }

  /** Each calls the next of its team, which says so too. */
  private static String calls(int agent, int of) {
    String calls = agent + 1 < of ? "calls: [ agent-%d ]\n".formatted(agent + 1) : "";
    String callers = agent > 0 ? "callers:\n  - agent-%d\n".formatted(agent - 1) : "";
    return calls + callers;
  }

  /** An agent's file; {@code $} stands for a word no other agent has. */
  private static Arbitrary<String> agent() {
    Arbitrary<String> head =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of("", "model: openai/gpt-5.4\n", "model: google/gemini-2.5-pro\n"),
                Arbitraries.of("", "apiKeys: { openai: $-key }\n"))
            .as(
                (comments, model, keys) ->
                    "# said of it\n".repeat(comments) + "soul: kind\n" + model + keys);
    Arbitrary<String> hosts =
        Arbitraries.of("api.example.com", "$.example.com", "*.example.org")
            .set()
            .flatMap(set -> Arbitraries.of(true, false).map(flow -> list("egress", set, flow)));
    return Combinators.combine(head, channels(), knowledge(), hosts, grants())
        .as(
            (first, channels, knowledge, egress, iam) ->
                first + channels + knowledge + egress + iam);
  }

  private static String list(String key, Set<String> items, boolean flow) {
    List<String> quoted = items.stream().map(item -> "\"" + item + "\"").toList();
    if (items.isEmpty()) {
      return "";
    }
    return flow
        ? key + ": [ " + String.join(", ", quoted) + " ]\n"
        : key + ":\n" + String.join("", quoted.stream().map(item -> "  - " + item + "\n").toList());
  }

  private static Arbitrary<String> channels() {
    return Arbitraries.of(
            "  telegram: { botToken: $-bot }\n",
            "  discord:\n    token: $-discord\n",
            "  slack:\n    # two of them\n    appToken: $-app\n    botToken: shared-bot\n",
            "  whatsapp: {}\n")
        .set()
        .map(set -> set.isEmpty() ? "" : "channels:\n" + String.join("", set));
  }

  private static Arbitrary<String> knowledge() {
    Arbitrary<Optional<String>> own =
        Arbitraries.of("read-write", "read-only", "none")
            .map(word -> "  own: " + word + "\n")
            .optional();
    Arbitrary<Set<String>> shared =
        Arbitraries.of("  faq: read-only\n", "  products: read-write\n").set();
    return Combinators.combine(own, shared)
        .as((one, more) -> one.orElse("") + String.join("", more))
        .map(lines -> lines.isEmpty() ? "" : "knowledge:\n" + lines);
  }

  private static Arbitrary<String> grants() {
    List<String> all =
        List.of(
            "{ role: roles/pubsub.publisher, on: topic/$, why: because, until: 2027-03-31 }",
            "{ role: roles/pubsub.subscriber, on: subscription/shared, why: because }",
            "{ role: roles/secretmanager.secretAccessor, on: secret/$-more, why: because }",
            "{ role: roles/artifactregistry.reader, on: repository/images, why: because }");
    return Arbitraries.integers()
        .between(0, all.size() - 1)
        .set()
        .map(
            chosen ->
                chosen.isEmpty()
                    ? ""
                    : "iam:\n"
                        + String.join(
                            "",
                            IntStream.range(0, all.size())
                                .filter(chosen::contains)
                                .mapToObj(each -> "  - " + all.get(each) + "\n")
                                .toList()));
  }
}
