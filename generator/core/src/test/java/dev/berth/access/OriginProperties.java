package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Generator;
import dev.berth.SampleFleet;
import dev.berth.diagnose.Checked;
import dev.berth.model.AgentId;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.source.Lines;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every permission and every resource names a line that somebody wrote, and that asks for it. */
class OriginProperties {

  private static final String BUILT_IN =
      ".*/(knowledge(-own)?|secret-.*-api-key|secret-provider-class"
          + "|secret-store-.*|external-secret|token-role(-binding)?)";

  @Provide
  Arbitrary<Sources> fleets() {
    return FleetTexts.any();
  }

  private static Plan plan(Sources sources) {
    Generator generator = new Generator(RenderedFleet.templates());
    Checked<Fleet> read = generator.fleet(sources, SampleFleet.TODAY);
    assertEquals(List.of(), read.diagnostics());
    Fleet fleet = ((Checked.Good<Fleet>) read).value();
    return generator.plan(fleet, fleet.environments().get(0));
  }

  private static String line(Sources sources, Origin origin) {
    SourceFile file = sources.file(origin.file()).orElseThrow();
    assertTrue(origin.line() >= 1 && origin.line() <= Lines.of(file).count(), origin::toString);
    return Lines.of(file).line(origin.line());
  }

  @Property(tries = 200)
  void theLineOfEveryPermissionAsksForIt(@ForAll("fleets") Sources sources) {
    AccessMap map = AccessMap.of(plan(sources));
    assertFalse(map.rows().isEmpty());
    for (AccessRow row : map.rows()) {
      if (row.because().equals(Origin.BUILT_IN)) {
        assertTrue(byDefault(row) && !row.why().isEmpty(), row::toString);
      } else {
        String line = line(sources, row.because());
        assertTrue(asking(map, row).stream().anyMatch(line::contains), () -> row + " <- " + line);
        mustBeTakenToo(sources, row);
        mustBeOfItsOwn(row);
      }
    }
  }

  /** What nobody has to write: names, own knowledge with its ways, and a key's usual name. */
  private static boolean byDefault(AccessRow row) {
    if (row.who().kind() == Subject.Kind.PART) {
      return row.layer() == Layer.RBAC;
    }
    String own = ResourceWord.own(new AgentId(name(row, 0), name(row, 1)));
    return row.on().equals(ResourceWord.DNS)
        || row.on().equals(ResourceWord.METADATA)
        || row.on().equals(own)
        || row.why().equals("for storage.googleapis.com")
        || row.on().matches("secret/(anthropic|openai|google)-api-key");
  }

  private static Name name(AccessRow row, int part) {
    return new Name(row.who().text().split("/")[part]);
  }

  /** The words one of which the line must hold. */
  private static List<String> asking(AccessMap map, AccessRow row) {
    String name = row.on().substring(row.on().indexOf('/') + 1);
    List<String> google = List.of("own:", "faq:", "products:", "role:", "model:");
    if (row.on().equals(ResourceWord.METADATA) || row.on().equals(ResourceWord.GOOGLE_APIS)) {
      return google;
    }
    return switch (row.layer()) {
      case RBAC ->
          row.who().kind() == Subject.Kind.PART ? secrets(map, name) : List.of(row.who().text());
      case SECRETS -> List.of(name);
      case NETWORK ->
          switch (row.why()) {
            case "model" -> List.of("model:");
            case "managed-prometheus" -> List.of("dev:");
            case "declared" -> List.of(name);
            default ->
                List.of(
                    row.on().startsWith("agent/")
                        ? "calls: [ " + name.substring(name.indexOf('/') + 1) + " ]"
                        : row.why() + ":");
          };
      case IAM ->
          row.who().equals(Subject.NODES)
              ? List.of("dev:")
              : row.on().startsWith("folder/agents/")
                  ? List.of("own:")
                  : row.on().startsWith("folder/") ? List.of(name + ":") : List.of(name);
    };
  }

  /** Who copies an agent's secrets is asked for by one of them. */
  private static List<String> secrets(AccessMap map, String agent) {
    return map.can(new Subject(Subject.Kind.AGENT, agent)).stream()
        .filter(row -> row.layer() == Layer.SECRETS)
        .map(row -> row.on().substring("secret/".length()))
        .toList();
  }

  /** A call has a second line, of the agent that takes it. */
  private static void mustBeTakenToo(Sources sources, AccessRow row) {
    if (row.layer() == Layer.NETWORK
        && row.who().kind() == Subject.Kind.AGENT
        && row.on().startsWith("agent/")) {
      String[] place = row.why().substring("and ".length()).split(":");
      assertEquals("agents/" + row.on().substring("agent/".length()) + ".yaml", place[0]);
      String line = line(sources, new Origin(place[0], Integer.parseInt(place[1])));
      assertEquals("- " + name(row, 1), line.strip());
    }
  }

  /** An agent's permission is asked for in its own file, its team's or the fleet's. */
  private static void mustBeOfItsOwn(AccessRow row) {
    if (row.who().kind() == Subject.Kind.AGENT) {
      String team = row.who().text().split("/")[0];
      List<String> own =
          List.of("agents/" + row.who() + ".yaml", "agents/" + team + "/team.yaml", "fleet.yaml");
      assertTrue(own.contains(row.because().file()), row::toString);
    }
    if (row.who().kind() == Subject.Kind.TEAM) {
      String team = row.who().text().substring("team:".length());
      List<String> own = List.of("agents/" + team + "/team.yaml", "fleet.yaml");
      assertTrue(own.contains(row.because().file()), row::toString);
    }
  }

  @Property(tries = 50)
  void theLineOfEveryResourceSaysSomething(@ForAll("fleets") Sources sources) {
    Plan plan = plan(sources);
    plan.platform().forEach(each -> mustSaySomething(sources, each));
    for (PlannedTeam team : plan.teams()) {
      team.resources().forEach(each -> mustSaySomething(sources, each));
      for (PlannedAgent agent : team.agents()) {
        agent.resources().forEach(each -> mustSaySomething(sources, each));
      }
    }
  }

  private static void mustSaySomething(Sources sources, PlannedResource each) {
    if (!each.because().equals(Origin.BUILT_IN)) {
      String line = line(sources, each.because());
      assertFalse(line.isBlank() || line.strip().startsWith("#"), () -> each.name() + ": " + line);
    } else {
      // Own knowledge and a key's usual name are what nobody has to write.
      assertTrue(each.name().matches(BUILT_IN), each::name);
    }
  }

  @Property(tries = 30)
  void theOrderOfFilesDoesNotMatter(@ForAll("fleets") Sources sources, @ForAll Random random) {
    List<SourceFile> files = new ArrayList<>(sources.files().values());
    Collections.shuffle(files, random);
    assertEquals(AccessMap.of(plan(sources)).rows(), AccessMap.of(plan(Sources.of(files))).rows());
  }
}
