package dev.berth.rules;

import static dev.berth.rules.Judged.CUSTOMER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A waiver takes one rule from one agent until a day, and is told of when it does not. */
class WaiversTest {

  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);

  private static Judged trio() {
    return Judged.quiet().with(CUSTOMER, "api.zendesk.com", "api.github.com");
  }

  private static Judged waived(Judged fleet, String rule) {
    return fleet.with(
        "waivers.yaml",
        """
        waivers:
          - rule: %s
            agent: support/customer
            owner: support@example.com
            reason: until the proxy is there
            until: %s
        """
            .formatted(rule, LAST));
  }

  private static List<String> aboutWaivers(Findings findings) {
    return findings.standing().stream()
        .map(Judged::words)
        .filter(each -> each.contains(" waiver-"))
        .toList();
  }

  @Test
  void whatIsWaivedStandsApartAndRefusesNothing() {
    assertTrue(trio().findings().refuse());
    Findings findings = waived(trio(), "lethal-trio").findings();
    assertFalse(findings.refuse());
    assertEquals(List.of(), Judged.found(findings, "lethal-trio"));
    assertEquals(List.of(), aboutWaivers(findings));
    assertEquals(
        List.of("error lethal-trio support/customer by support@example.com until 2027-01-31"),
        findings.waived().stream()
            .map(
                each ->
                    Judged.words(each.finding()) + " by " + each.owner() + " until " + each.until())
            .toList());
  }

  @Test
  void itHoldsOnItsLastDayAndNotAfter() {
    Fleet fleet = waived(trio(), "lethal-trio").fleet();
    assertFalse(Judged.findings(fleet, LAST).refuse());
    Findings after = Judged.findings(fleet, LAST.plusDays(1));
    assertEquals(List.of("error lethal-trio support/customer"), Judged.found(after, "lethal-trio"));
    assertEquals(List.of("warning waiver-expired support/customer"), aboutWaivers(after));
    assertEquals(List.of(), after.waived());
  }

  @Test
  void aWaiverOfAnotherRuleWaivesNothingAndIsToldOf() {
    Findings findings = waived(trio(), "wildcard-egress").findings();
    assertTrue(findings.refuse());
    assertEquals(List.of("warning waiver-unused support/customer"), aboutWaivers(findings));
  }

  @Test
  void aWaiverOfAnotherAgentWaivesNothing() {
    Judged two =
        trio()
            .with("agents/support/triage.yaml", "soul: customer\n")
            .with("agents/support/team.yaml", "faq: read-write", "faq: read-write");
    Judged other =
        waived(two, "lethal-trio").with("waivers.yaml", "support/customer", "support/triage");
    assertTrue(other.findings().refuse());
    assertEquals(List.of("warning waiver-unused support/triage"), aboutWaivers(other.findings()));
  }

  @Test
  void whoeverJudgesOneOfSeveralEnvironmentsCannotKnowWhatIsUnused() {
    Fleet fleet = waived(Judged.quiet(), "lethal-trio").fleet();
    Findings part = RulePack.builtIn().judge(fleet, Judged.plans(fleet), false, Judged.TODAY);
    assertEquals(List.of(), aboutWaivers(part));
    assertEquals(
        List.of("warning waiver-unused support/customer"),
        aboutWaivers(Judged.findings(fleet, Judged.TODAY)));
  }

  @Test
  void whatIsFoundInRenderedThingsIsWaivedLikeAnythingElse() {
    Fleet fleet = waived(Judged.quiet(), "lethal-trio").fleet();
    Finding rendered =
        new LethalTrio()
            .finding(fleet.agents().get(0).from(), "support/customer", "it is so", "mend");
    RulePack rules = RulePack.builtIn();
    for (Findings findings :
        List.of(
            rules.stands(fleet, List.of(rendered), Judged.TODAY),
            rules.judge(fleet, Judged.plans(fleet), List.of(rendered), true, Judged.TODAY))) {
      assertEquals(1, findings.waived().size());
      assertFalse(findings.refuse());
      assertEquals(List.of(), aboutWaivers(findings));
    }
  }

  @Test
  void onlyWhoeverJudgedEverythingRenderedKnowsWhatIsUnused() {
    Fleet fleet = waived(Judged.quiet(), "lethal-trio").fleet();
    RulePack rules = RulePack.builtIn();
    assertEquals(List.of(), aboutWaivers(rules.stands(fleet, List.of(), Judged.TODAY)));
    List<Plan> plans = Judged.plans(fleet);
    assertEquals(
        List.of(), aboutWaivers(rules.judge(fleet, plans, List.of(), false, Judged.TODAY)));
    assertEquals(
        List.of("warning waiver-unused support/customer"),
        aboutWaivers(rules.judge(fleet, plans, List.of(), true, Judged.TODAY)));
  }
}
