package dev.berth.rules.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.SampleFleet;
import dev.berth.diagnose.Finding;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.openclaw.SchemaCheck;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The twelve agents of this checkout, in every environment, with templates and schemas edited. */
class ConfigurationRulesTest {

  @Test
  void theTwelveAgentsAreAcceptedByTheirVersion() {
    assertEquals(List.of(), Template.ours().rules().judge(plans()));
  }

  @Test
  void aMistakeInTheTemplateIsToldOnceAtTheVersionsLine() {
    Finding finding = only(Template.edited("\"telemetry\":", "\"telemetri\":"));
    assertEquals("openclaw-refuses", finding.code());
    assertTrue(finding.at().file().equals("fleet.yaml"), finding::toString);
    assertTrue(
        finding.what().contains("its top does not know the key `telemetri`"), finding.what());
    assertTrue(finding.what().contains("and 11 more"), finding.what());
  }

  @Test
  void whatAChannelOrAModelCausesIsToldAtItsLine() {
    List<Finding> channels = Template.edited("\"pairing\"", "\"anyone\"").rules().judge(plans());
    assertTrue(channels.size() > 3, channels::toString);
    assertTrue(
        channels.stream().allMatch(each -> each.at().file().startsWith("agents/")),
        channels::toString);
    List<Finding> models = Template.edited("\"models\": [", "\"modls\": [").rules().judge(plans());
    assertTrue(
        models.stream().anyMatch(each -> each.what().contains("`models.providers.")),
        models::toString);
  }

  /** What a user meets who pins a version that is stricter than the one the template is for. */
  @Test
  void anotherVersionMayRefuseWhatThisOneTakes() {
    SchemaCheck stricter =
        SchemaCheck.by(
            "{\"properties\":{\"telemetry\":{\"additionalProperties\":false,\"properties\":{}}}}");
    Template ours = Template.ours();
    ConfigurationRules rules =
        new ConfigurationRules(
            ours.renderer()::configuration, true, version -> Optional.of(stricter));
    assertTrue(
        rules.judge(plans()).stream()
            .anyMatch(each -> each.what().contains("`telemetry` does not know the key `enabled`")));
  }

  @Test
  void aVersionNobodyKnowsIsAWarning() {
    Template ours = Template.ours();
    ConfigurationRules rules =
        new ConfigurationRules(ours.renderer()::configuration, true, version -> Optional.empty());
    List<Finding> found = rules.judge(plans());
    assertEquals(
        List.of("openclaw-unchecked"),
        found.stream().map(Finding::code).distinct().collect(Collectors.toList()));
    assertTrue(found.get(0).mend().contains("scripts/openclaw-schema 2026.9.6"));
  }

  @Test
  void agentsThatDifferInTheirNameAloneAreJudgedOnce() {
    Template ours = Template.ours();
    List<Plan> plans = plans();
    AtomicInteger apart = new AtomicInteger();
    judge(ours, plans, false, apart);
    AtomicInteger together = new AtomicInteger();
    judge(ours, plans, true, together);
    assertEquals(plans.stream().mapToInt(plan -> plan.agents().size()).sum(), apart.get());
    assertTrue(together.get() < apart.get() * 2 / 3, together + " of " + apart);
  }

  @Test
  void aTemplateThatLooksAtNamesHasEachAgentJudged() {
    assertTrue(Template.ours().renderer().namesAreText());
    String port = "\"port\": 18789";
    for (String other :
        List.of(
            "{% if agent == 'reader' %}\"prot\": 1,{% endif %} \"port\": 18789",
            "\"port\": {{ agent|length }}", "\"port\": {{agent|yaml}}")) {
      assertFalse(Template.edited(port, other).renderer().namesAreText(), other);
    }
    Finding finding =
        only(
            Template.edited(
                port, "{% if agent == 'reader' %}\"prot\": 1,{% endif %} \"port\": 18789"));
    assertEquals("research/reader", finding.subject());
  }

  private static void judge(Template template, List<Plan> plans, boolean once, AtomicInteger made) {
    new ConfigurationRules(
            values -> {
              made.incrementAndGet();
              return template.renderer().configuration(values);
            },
            once)
        .judge(plans);
  }

  private static Finding only(Template template) {
    List<Finding> found = template.rules().judge(plans());
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  static List<Plan> plans() {
    Fleet fleet = SampleFleet.of();
    Planner planner = new Planner(HostCatalogue.builtIn());
    return fleet.environments().stream().map(each -> planner.plan(fleet, each)).toList();
  }
}
