package dev.berth.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PreviewTextProperties {

  @Property(tries = 100)
  void noLineIsWiderThanATerminal(@ForAll("fleets") Fleet fleet) {
    List<String> wide =
        lines(fleet).stream()
            .filter(line -> line.length() > Wrapped.COLUMNS)
            .filter(line -> line.strip().contains(" "))
            .toList();
    assertEquals(List.of(), wide);
  }

  @Property(tries = 100)
  void everyAgentHostAndSecretIsNamed(@ForAll("fleets") Fleet fleet) {
    String text = String.join("\n", lines(fleet));
    plan(fleet)
        .agents()
        .forEach(
            agent -> {
              assertTrue(text.contains("  " + agent.id().agent()), text);
              agent.asks().forEach(out -> assertTrue(text.contains(out.host().text()), text));
              agent.needs().forEach(need -> assertTrue(text.contains(need.secret().text()), text));
            });
  }

  /** A new agent's file changes no other agent's lines, so a preview can be compared. */
  @Property(tries = 100)
  void anAgentsLinesDependOnThatAgentAlone(@ForAll("fleets") Fleet fleet) {
    Preview whole = Preview.of(plan(fleet));
    List<String> alone = new ArrayList<>();
    whole.teams().stream()
        .flatMap(team -> team.agents().stream())
        .forEach(agent -> alone.addAll(AgentText.lines(agent)));
    List<String> within = lines(fleet).stream().filter(line -> alone.contains(line)).toList();
    assertEquals(alone, within);
  }

  @Property(tries = 50)
  void theCountsAddUp(@ForAll("fleets") Fleet fleet) {
    Preview preview = Preview.of(plan(fleet));
    assertEquals(
        preview.counts().resources(),
        preview.stacks().stream().mapToInt(StackFacts::resources).sum());
    assertEquals(
        preview.counts().resources(),
        preview.counts().platform() + preview.counts().teams() + preview.counts().agents());
    assertEquals(
        plan(fleet).agents().stream()
            .flatMap(agent -> agent.needs().stream())
            .map(need -> need.secret().text())
            .distinct()
            .sorted()
            .toList(),
        preview.secrets().stream().map(Preview.SecretFacts::name).toList());
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  private static List<String> lines(Fleet fleet) {
    return PreviewText.lines(Preview.of(plan(fleet)));
  }

  private static Plan plan(Fleet fleet) {
    return new Planner(HostCatalogue.builtIn()).plan(fleet, Fleets.environment());
  }
}
