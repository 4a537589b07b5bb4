package dev.berth.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.SampleFleet;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MeaningTest {

  @Test
  void everyKindOfResourceIsSaidInWords() {
    Fleet fleet = SampleFleet.of();
    Plan plan = new Planner(HostCatalogue.builtIn()).plan(fleet, Fleets.environment());
    List<ThingFacts> things =
        ThingFacts.names(plan).flatMap(name -> ThingFacts.of(plan, name).stream()).toList();
    assertTrue(things.size() > 100, () -> things.size() + " things");
    TreeSet<String> unsaid = new TreeSet<>();
    things.stream().map(ThingFacts::type).filter(type -> !Meaning.knows(type)).forEach(unsaid::add);
    assertEquals(new TreeSet<>(), unsaid);
  }

  @Test
  void aWordNamesWhatIsMadeForIt() {
    Plan plan = new Planner(HostCatalogue.builtIn()).plan(SampleFleet.of(), Fleets.environment());
    assertEquals(List.of("knowledge/faq"), names(plan, "folder/faq"));
    assertEquals(List.of("support/triage/knowledge"), names(plan, "folder/agents/support/triage"));
    assertEquals(List.of("support/triage/release"), names(plan, "agent/support/triage"));
    assertEquals(List.of("support/namespace"), names(plan, "namespace/support"));
    assertEquals(List.of(), names(plan, "topic/escalations"));
  }

  private static List<String> names(Plan plan, String resource) {
    return ThingFacts.of(plan, resource).stream().map(ThingFacts::name).toList();
  }
}
