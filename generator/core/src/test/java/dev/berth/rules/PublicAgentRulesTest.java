package dev.berth.rules;

import static dev.berth.rules.Judged.CUSTOMER;
import static dev.berth.rules.Judged.FLEET;
import static dev.berth.rules.Judged.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
  private static final String EVERY = "everyAgent: { knowledge: { faq: %s } }\n";
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
    String two = "take `faq` from what it may use";
    assertEquals(two, mend(trio().with(CUSTOMER, "api.github.com", "api.github.com, gitlab.com")));
    assertEquals(
        two, mend(trio().with(CUSTOMER, "api.github.com", "\"*.zendesk.com\", \"*.a.com\"")));
    assertEquals(
        "keep at most 10 hosts under `egress:`",
        mend(Judged.quiet().with(CUSTOMER, "api.zendesk.com", hosts(11))));
    assertEquals(two, mend(Judged.quiet().with(CUSTOMER, "api.zendesk.com", hosts(12))));
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

  @ParameterizedTest
  @ValueSource(strings = {FLEET, TEAM})
  void whatEveryAgentMayWriteCountsAsItsOwn(String file) {
    Judged every =
        Judged.quiet().with(file, Judged.quiet().files().get(file) + EVERY.formatted("read-write"));
    assertEquals(List.of("error " + WRITES + " support/customer"), every.found(WRITES));
  }

  @ParameterizedTest
  @ValueSource(strings = {FLEET, TEAM})
  void whatEveryAgentMayOnlyReadTakesNoWritingFromIt(String file) {
    Judged writes =
        Judged.quiet()
            .with(CUSTOMER, "faq: read-only", "faq: read-write")
            .with(file, Judged.quiet().files().get(file) + EVERY.formatted("read-only"));
    assertEquals(List.of("error " + WRITES + " support/customer"), writes.found(WRITES));
  }

  @ParameterizedTest
  @ValueSource(strings = {FLEET, TEAM})
  void whatEveryAgentIsGrantedIsWorthStealing(String file) {
    String grant =
        "everyAgent:\n"
            + "  iam:\n"
            + "    - { role: roles/pubsub.publisher, on: topic/a-topic, why: it }\n";
    Judged bare = trio().with(CUSTOMER, "  faq: read-only\n", "  own: read-write\n");
    assertEquals(1, bare.with(file, Judged.quiet().files().get(file) + grant).found(TRIO).size());
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
