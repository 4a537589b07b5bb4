package dev.berth.render;

import dev.berth.plan.GoogleResource;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a plan into text. Pure: the same plan and templates give the same bytes. */
public final class Renderer {

  private final TemplateEngine engine;
  private final ReleaseRenderer releases;

  public Renderer(Templates templates) {
    engine = new TemplateEngine(templates);
    releases = new ReleaseRenderer(engine);
  }

  /**
   * The platform, then what belongs to teams, then what belongs to agents; each in the plan's
   * order. Each is rendered when it is asked for, several at once: agents are many and know nothing
   * of each other.
   *
   * @throws TemplateBug when a template is wrong
   */
  public Stream<Rendered> render(Plan plan) {
    Stream<Rendered> platform =
        plan.platform().stream().map(each -> render(each, OutputPaths.platform(each)));
    Stream<Rendered> teams = plan.teams().stream().flatMap(this::team);
    Stream<Rendered> agents = plan.agents().stream().flatMap(this::agent);
    return Stream.concat(Stream.concat(platform, teams), agents).parallel();
  }

  /** Every agent's openclaw.json, in the plan's order. */
  public List<AgentConfiguration> configurations(Plan plan) {
    return plan.agents().stream().flatMap(agent -> configuration(agent).stream()).toList();
  }

  /**
   * An agent's openclaw.json alone.
   *
   * @param values what its template may say
   * @throws TemplateBug when the template is wrong
   */
  public String configuration(Map<String, Object> values) {
    return releases.configuration(values);
  }

  /** The openclaw.json a planned agent runs with; empty when nothing of it runs. */
  public Optional<AgentConfiguration> configuration(PlannedAgent agent) {
    return agent.openclaw().map(values -> releases.configuration(agent, values));
  }

  /**
   * Whether the template of openclaw.json says an agent's name and does nothing else with it: then
   * two configurations that differ in it differ in nothing else.
   */
  public boolean namesAreText() {
    return releases.namesAreText();
  }

  private Stream<Rendered> team(PlannedTeam team) {
    return team.resources().stream()
        .map(each -> render(each, OutputPaths.team(team.team().name(), each)));
  }

  private Stream<Rendered> agent(PlannedAgent agent) {
    return agent.resources().stream()
        .map(each -> render(each, OutputPaths.agent(agent.id(), each)));
  }

  private Rendered render(PlannedResource planned, String path) {
    if (planned instanceof KubernetesObject object) {
      String text = engine.render("kubernetes/" + object.template(), object.values());
      return new Rendered(object, path, text, () -> YamlParser.parse(text));
    }
    if (planned instanceof GoogleResource resource) {
      return new Rendered(resource, path, google(resource), resource::inputs);
    }
    if (planned instanceof LocalProcess process) {
      return releases.render(process, path);
    }
    return releases.render((HelmRelease) planned, path);
  }

  private static String google(GoogleResource resource) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", resource.type());
    document.put("name", resource.name());
    document.put("properties", resource.inputs());
    return YamlPrinter.print(document);
  }
}
