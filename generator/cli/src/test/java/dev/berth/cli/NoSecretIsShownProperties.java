package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.SecretScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A secret in any place of any declaration, key, comment or file name: every command refuses the
 * fleet, and none shows the secret. The secrets are put together here, so that no scanner takes
 * this file for a leak.
 */
class NoSecretIsShownProperties {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALL = LETTERS + "0123456789";

  /** Words of a declaration: each could be a secret instead. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][^\\s,:{}\\[\\]\"]*");

  /** A key, a value, an item, a name and a comment of every kind; no case of it is wrong. */
  private static final Map<String, String> FLEET =
      new TreeMap<>(
          Map.of(
              "fleet.yaml",
              """
              # A comment.
              openclaw: 2026.9.6
              image: ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:%s
              defaults:
                model: anthropic/claude-sonnet-4-5
                limits: { cpu: 1, memory: 2Gi, disk: 10Gi }
                requests: { cpu: 100m, memory: 1Gi }
                pool: agents
                apiKeys: { anthropic: anthropic-key }
              environments:
                dev:
                  target: gke
                  density: balanced
                  project: acme-agents-dev
                  region: europe-west1
                  knowledge: { bucket: acme-agents-dev-knowledge, location: EU }
                  secrets: { store: vault, server: "https://vault.example.com:8200" }
                  pools:
                    agents: { machine: e2-medium, nodes: 1-10, disk: 30Gi, labels: { tier: main } }
              """
                  .formatted("ab".repeat(32)),
              "agents/support/team.yaml",
              """
              owner: support-platform@example.com
              quota: { cpu: 8, memory: 16Gi, agents: 6 }
              members: [ "group:support@example.com" ]
              knowledge: { faq: read-write }
              shard: 1
              defaults: { model: anthropic/claude-sonnet-4-5 }
              """,
              "agents/support/customer.yaml",
              """
              soul: customer # a comment
              channels:
                discord: { token: customer-discord-token }
                slack: { appToken: customer-slack-app, botToken: customer-slack-bot }
              knowledge: { own: read-write, faq: read-only }
              egress: [ api.zendesk.com ]
              iam:
                - { role: roles/pubsub.publisher, on: topic/escalations, why: "hands on", until: 2027-03-31 }
              """,
              "waivers.yaml",
              """
              waivers:
                - rule: lethal-trio # a comment
                  agent: support/customer
                  owner: support@example.com
                  reason: "its proxy is not there yet"
                  until: 2027-01-31
              """,
              "souls/customer.md",
              "# Customer\n\nYou answer customers, kindly.\n"));

  /** Where a secret is put: a word of a file, or the file's own name. */
  private record Place(String file, int start, int end) {

    Map<String, String> with(String secret) {
      Map<String, String> fleet = new TreeMap<>(FLEET);
      if (end < 0) {
        String name = file.replaceFirst("[^/.]+(?=[^/]*$)", quoted(secret));
        fleet.put(name, fleet.remove(file));
      } else {
        String text = fleet.get(file);
        fleet.put(file, text.substring(0, start) + secret + text.substring(end));
      }
      return fleet;
    }

    private static String quoted(String secret) {
      return Matcher.quoteReplacement(secret.replace('/', '-'));
    }
  }

  @Property(tries = 100)
  void aSecretAnywhereIsRefusedAndNeverShown(
      @ForAll("places") Place place, @ForAll("secrets") String secret) throws IOException {
    boolean named = place.end() < 0;
    // A slash would be a folder of its own.
    String hidden = named ? secret.replace('/', '-') : secret;
    Path folder = Files.createTempDirectory("berth-secret");
    try {
      Map<String, String> fleet = place.with(secret);
      if (named && SecretScan.find(hidden).isEmpty()) {
        return;
      }
      for (Map.Entry<String, String> file : fleet.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      for (String command :
          List.of(
              "check",
              "check --format json",
              "check --format sarif",
              "explain support/customer",
              "preview",
              "secrets",
              "render --no-helm --out out")) {
        String said = CommandRun.in(folder, command.split(" "));
        assertTrue(said.endsWith("exit: 1\n"), () -> command + ": " + said.replace(hidden, "<it>"));
        assertFalse(said.contains(hidden), () -> command + ": " + said.replace(hidden, "<it>"));
        assertTrue(
            said.contains(named ? "secret-in-path" : "secret-value"),
            () -> command + ": " + said.replace(hidden, "<it>"));
      }
      assertFalse(Files.exists(folder.resolve("out")));
    } finally {
      CommandRun.delete(folder);
    }
  }

  /** The fleet is right as it stands: what is refused above is refused for the secret alone. */
  @Example
  void withoutASecretTheFleetIsRight() throws IOException {
    Path folder = Files.createTempDirectory("berth-no-secret");
    for (Map.Entry<String, String> file : FLEET.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    String said = CommandRun.in(folder, "check");
    assertTrue(said.endsWith("exit: 0\n"), said);
    CommandRun.delete(folder);
    assertTrue(all().size() > 100, () -> all().size() + " places");
    assertEquals(FLEET.keySet(), all().stream().map(Place::file).collect(Collectors.toSet()));
  }

  private static List<Place> all() {
    List<Place> places = new ArrayList<>();
    FLEET.forEach(
        (file, text) -> {
          // Beside fleet.yaml a repository may hold files of any name, which nobody reads.
          if (file.contains("/")) {
            places.add(new Place(file, 0, -1));
          }
          WORD.matcher(text)
              .results()
              .map((MatchResult word) -> new Place(file, word.start(), word.end()))
              .forEach(places::add);
        });
    return places;
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.of(all());
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.oneOf(
        secret("AK" + "IA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 16),
        secret("gh" + "p_", ALL, 36),
        secret("github" + "_pat_", ALL, 40),
        secret("gl" + "pat-", ALL, 20),
        secret("AI" + "za", ALL, 35),
        secret("GOC" + "SPX-", ALL, 28),
        secret("ya" + "29.", ALL, 60),
        secret("xo" + "xb-", "0123456789", 24),
        secret("xa" + "pp-", ALL, 30),
        secret("hooks.slack" + ".com/services/T0123/B0123/", ALL, 24),
        secret("discord.com/api/" + "webhooks/123456789012345678/", ALL, 68),
        Combinators.combine(text(LETTERS, 23), text(ALL, 6), text(ALL, 30))
            .as((first, second, third) -> "M" + first + "." + second + "." + third),
        secret("123456" + "789:", ALL, 35),
        Combinators.combine(text(ALL, 30), text(ALL, 40), text(ALL, 43))
            .as((head, body, sign) -> "ey" + "J" + head + "." + body + "." + sign),
        secret("sk-" + "ant-", ALL, 40),
        secret("sk-" + "proj-", ALL, 48),
        secret("gs" + "k_", ALL, 52),
        secret("xa" + "i-", ALL, 80),
        secret("h" + "f_", ALL, 34),
        secret("npm" + "_", ALL, 36),
        secret("py" + "pi-AgE", ALL, 60),
        secret("sk_" + "live_", ALL, 24),
        secret("wh" + "sec_", ALL, 32),
        secret("Account" + "Key=", ALL, 86),
        secret("hv" + "s.", ALL, 90),
        Combinators.combine(text(ALL, 22), text(ALL, 43))
            .as((first, second) -> "S" + "G." + first + "." + second),
        secret("do" + "p_v1_", "abcdef0123456789", 64),
        secret("AGE-SECRET" + "-KEY-1", "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", 58));
  }

  private static Arbitrary<String> secret(String start, String characters, int more) {
    return text(characters, more).map(rest -> start + rest);
  }

  private static Arbitrary<String> text(String characters, int length) {
    return Arbitraries.strings().withChars(characters.toCharArray()).ofLength(length);
  }
}
