package dev.berth;

import dev.berth.check.FleetReader;
import dev.berth.check.KnownRules;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedProbe;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.Planner;
import dev.berth.render.AgentConfiguration;
import dev.berth.render.ProbeJob;
import dev.berth.render.ProbeRenderer;
import dev.berth.render.Rendered;
import dev.berth.render.Renderer;
import dev.berth.render.Templates;
import dev.berth.render.TerraformRenderer;
import dev.berth.rules.RulePack;
import dev.berth.rules.configuration.ConfigurationRules;
import dev.berth.rules.objects.ObjectRules;
import dev.berth.rules.objects.ObjectSet;
import dev.berth.source.Sources;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pipeline: what users wrote becomes a fleet, a plan, text. Reads only its arguments. */
public final class Generator {

  private final RulePack rules = RulePack.builtIn();
  private final FleetReader reader =
      new FleetReader(new KnownRules(rules.waivable(), rules.binding()));
  private final Planner planner = new Planner(HostCatalogue.builtIn());
  private final Renderer renderer;
  private final ProbeRenderer probes;

  public Generator(Templates templates) {
    this.renderer = new Renderer(templates);
    this.probes = new ProbeRenderer(templates);
  }

  /**
   * Declared, then checked: a fleet of legal values, or everything that is wrong.
   *
   * @param today the day grants and waivers are judged on, in UTC
   */
  public Checked<Fleet> fleet(Sources sources, LocalDate today) {
    return reader.read(sources, today);
  }

  /**
   * What must exist in {@code environment}.
   *
   * @throws IllegalArgumentException when nothing is planned yet for the environment's target
   */
  public Plan plan(Fleet fleet, Environment environment) {
    return planner.plan(fleet, environment);
  }

  /** The environments something can be planned for, in the order they were written. */
  public List<Environment> plannable(Fleet fleet) {
    return fleet.environments().stream().filter(planner::plans).toList();
  }

  /**
   * What rules find in a fleet that is right, without what is waived.
   *
   * @param plans of one or more of its environments, each once
   * @param today the day grants and waivers are judged on, in UTC
   */
  public Findings judge(Fleet fleet, List<Plan> plans, LocalDate today) {
    return rules.judgeConfigured(
        fleet, plans, configurations(plans), everywhere(fleet, plans), today);
  }

  /**
   * The same, together with what rules find in what the plans become.
   *
   * @param rendered what {@code ObjectRules} found in all of it
   */
  public Findings judge(Fleet fleet, List<Plan> plans, List<Finding> rendered, LocalDate today) {
    List<Finding> made = new ArrayList<>(configurations(plans));
    made.addAll(rendered);
    return rules.judge(fleet, plans, made, everywhere(fleet, plans), today);
  }

  private List<Finding> configurations(List<Plan> plans) {
    return new ConfigurationRules(renderer::configuration, renderer.namesAreText()).judge(plans);
  }

  private boolean everywhere(Fleet fleet, List<Plan> plans) {
    return plans.size() == plannable(fleet).size();
  }

  /** What rules find in all a plan becomes, but for pods, which only Helm knows. */
  public List<Finding> withoutPods(Plan plan) {
    List<Finding> found = new ArrayList<>(judge(plan.platformAlone(), ""));
    for (PlannedTeam team : plan.teams()) {
      found.addAll(judge(plan.teamAlone(team), team.team().name().text()));
    }
    return found;
  }

  private List<Finding> judge(Plan alone, String team) {
    return ObjectRules.judge(ObjectSet.of(alone, team, render(alone).toList(), release -> ""));
  }

  /** What stands of what rules found in rendered things, and what is waived. */
  public Findings stands(Fleet fleet, List<Finding> rendered, LocalDate today) {
    return rules.stands(fleet, rendered, today);
  }

  /**
   * Every planned resource as text and inputs: the platform, then teams, then agents. A stream, as
   * 10,000 agents are more text than belongs in memory at once.
   */
  public Stream<Rendered> render(Plan plan) {
    return renderer.render(plan);
  }

  /** Every agent's openclaw.json, in the plan's order: what OpenClaw itself will read. */
  public List<AgentConfiguration> configurations(Plan plan) {
    return renderer.configurations(plan);
  }

  /** The openclaw.json a planned agent runs with; empty when nothing of it runs. */
  public Optional<AgentConfiguration> configuration(PlannedAgent agent) {
    return renderer.configuration(agent);
  }

  /** The plan's Google Cloud resources as one Terraform file, for scanners and readers. */
  public String terraform(Plan plan) {
    return new TerraformRenderer().render(plan);
  }

  /**
   * A probe's Job.
   *
   * @param most how long somebody will wait for it
   */
  public ProbeJob render(PlannedProbe probe, Duration most) {
    return probes.render(probe, most);
  }
}
