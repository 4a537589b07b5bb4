package dev.berth.rules;

import static dev.berth.rules.Judged.CUSTOMER;
import static dev.berth.rules.Judged.FLEET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.model.Access;
import dev.berth.model.Declared;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules on agents that strangers can write to: each is found, and not without each of its parts.
 */
class PublicAgentRulesTest {

  private static final String TRIO = "lethal-trio";
  private static final String WRITES = "public-agent-writes-shared-folder";
  private static final String SANDBOX = "unsandboxed-public-agent";
  private static final String SLACK = "slack: { appToken: an-app-token, botToken: a-bot-token }";
  private static final String DISCORD = "discord: { token: customer-discord-token }";

  private static Judged trio() {
    return Judged.quiet().with(CUSTOMER, "api.zendesk.com", "api.github.com");
  }

  @Test
  void theQuietFleetHasNothingToFindButItsCluster() {
    assertEquals(
        List.of("note no-cluster-network-policy dev"),
        Judged.quiet().findings().standing().stream().map(Judged::words).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {DISCORD, "telegram: { botToken: a-token }", "whatsapp: {}"})
  void strangersPrivateDataAndAnOpenHostAreATrio(String channel) {
    assertEquals(
        List.of("error lethal-trio support/customer"),
        trio().with(CUSTOMER, DISCORD, channel).found(TRIO));
  }

  @Test
  void withoutStrangersThereIsNoTrio() {
    assertEquals(List.of(), trio().with(CUSTOMER, DISCORD, SLACK).found(TRIO));
  }

  @Test
  void withoutAnythingToStealThereIsNoTrio() {
    assertEquals(
        List.of(), trio().with(CUSTOMER, "  faq: read-only\n", "  own: read-write\n").found(TRIO));
  }

  @Test
  void withoutAnOpenHostThereIsNoTrio() {
    assertEquals(List.of(), Judged.quiet().found(TRIO));
    assertEquals(List.of(), Judged.quiet().with(CUSTOMER, "api.zendesk.com", "").found(TRIO));
  }

  @Test
  void aGrantOrTheTeamsOwnSlackIsWorthStealing() {
    Judged bare = trio().with(CUSTOMER, "  faq: read-only\n", "  own: read-write\n");
    assertEquals(1, bare.with(CUSTOMER, DISCORD, DISCORD + "\n  " + SLACK).found(TRIO).size());
    String grant =
        "pool: sandbox\n"
            + "iam:\n"
            + "  - { role: roles/pubsub.publisher, on: topic/a-topic, why: it, until: 2027-09-30 }";
    assertEquals(1, bare.with(CUSTOMER, "pool: sandbox", grant).found(TRIO).size());
  }

  @Test
  void aWildcardAndTooManyHostsAreAnOpenHost() {
    assertEquals(
        1,
        Judged.quiet().with(CUSTOMER, "api.zendesk.com", "\"*.zendesk.com\"").found(TRIO).size());
    assertEquals(
        List.of(), Judged.quiet().with(CUSTOMER, "api.zendesk.com", hosts(10)).found(TRIO));
    assertEquals(1, Judged.quiet().with(CUSTOMER, "api.zendesk.com", hosts(11)).found(TRIO).size());
  }

  private static String hosts(int count) {
    return IntStream.range(0, count)
        .mapToObj(each -> "h" + each + ".example.com")
        .collect(Collectors.joining(", "));
  }

  @Test
  void theMendTakesTheFewestLinesAway() {
    assertEquals("take `api.github.com` out of `egress:`", mend(trio()));
    assertEquals(
        "take `faq` from what it may use",
        mend(trio().with(CUSTOMER, "api.github.com", "api.github.com, gitlab.com")));
  }

  private static String mend(Judged judged) {
    return judged.findings().standing().stream()
        .filter(each -> each.code().equals(TRIO))
        .map(each -> each.mend())
        .collect(Collectors.joining());
  }

  @Test
  void onlyWritingASharedFolderPoisonsIt() {
    Judged writes = Judged.quiet().with(CUSTOMER, "faq: read-only", "faq: read-write");
    assertEquals(List.of("error " + WRITES + " support/customer"), writes.found(WRITES));
    assertEquals(List.of(), writes.with(CUSTOMER, DISCORD, SLACK).found(WRITES));
    assertEquals(List.of(), Judged.quiet().found(WRITES));
    assertEquals(
        List.of(),
        Judged.quiet().with(CUSTOMER, "faq: read-only", "own: read-write").found(WRITES));
  }

  @Test
  void whatEveryAgentMayWriteCountsAsItsOwn() {
    Fleet fleet = Judged.quiet().fleet();
    Map<Name, Declared<Access>> folders =
        Map.of(new Name("faq"), new Declared<>(Access.READ_WRITE, new Origin(FLEET, 4)));
    Fleet every =
        new Fleet(
            fleet.environments(),
            fleet.teams(),
            new EveryAgent(new TreeMap<>(folders), List.of()),
            fleet.waivers());
    assertEquals(
        List.of("error " + WRITES + " support/customer"),
        Judged.found(Judged.findings(every, Judged.TODAY), WRITES));
  }

  @Test
  void anAgentOutsideTheSandboxIsToldOfTheOneThereIs() {
    Judged outside = Judged.quiet().with(CUSTOMER, "pool: sandbox", "pool: agents");
    assertEquals(List.of("warning " + SANDBOX + " support/customer"), outside.found(SANDBOX));
    assertEquals(List.of(), outside.with(CUSTOMER, DISCORD, SLACK).found(SANDBOX));
    assertEquals(List.of(), Judged.quiet().found(SANDBOX));
  }

  @Test
  void whereThereIsNoSandboxItIsANote() {
    Judged none =
        Judged.quiet()
            .with(CUSTOMER, "pool: sandbox", "pool: agents")
            .with(FLEET, ", sandbox: gvisor", "");
    assertEquals(List.of("note " + SANDBOX + " dev"), none.found(SANDBOX));
  }

  @Test
  void aWildcardIsToldWhoeverWritesToTheAgent() {
    Judged wild =
        Judged.quiet()
            .with(CUSTOMER, "api.zendesk.com", "\"*.zendesk.com\"")
            .with(CUSTOMER, DISCORD, SLACK);
    assertEquals(
        List.of("warning wildcard-egress support/customer"), wild.found("wildcard-egress"));
    assertEquals(List.of(), Judged.quiet().found("wildcard-egress"));
  }
}
