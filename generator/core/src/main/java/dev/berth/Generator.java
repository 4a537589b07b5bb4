package dev.berth;

import dev.berth.check.FleetReader;
import dev.berth.diagnose.Checked;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedProbe;
import dev.berth.plan.Planner;
import dev.berth.render.ProbeJob;
import dev.berth.render.ProbeRenderer;
import dev.berth.render.Rendered;
import dev.berth.render.Renderer;
import dev.berth.render.Templates;
import dev.berth.source.Sources;
import java.time.Duration;
import java.util.stream.Stream;

/** The pipeline: what users wrote becomes a fleet, a plan, text. Reads only its arguments. */
public final class Generator {

  private final FleetReader reader = new FleetReader();
  private final Planner planner = new Planner(HostCatalogue.builtIn());
  private final Renderer renderer;
  private final ProbeRenderer probes;

  public Generator(Templates templates) {
    this.renderer = new Renderer(templates);
    this.probes = new ProbeRenderer(templates);
  }

  /** Declared, then checked: a fleet of legal values, or everything that is wrong. */
  public Checked<Fleet> fleet(Sources sources) {
    return reader.read(sources);
  }

  /**
   * What must exist in {@code environment}.
   *
   * @throws IllegalArgumentException when nothing is planned yet for the environment's target
   */
  public Plan plan(Fleet fleet, Environment environment) {
    return planner.plan(fleet, environment);
  }

  /**
   * Every planned resource as text and inputs: the platform, then teams, then agents. A stream, as
   * 10,000 agents are more text than belongs in memory at once.
   */
  public Stream<Rendered> render(Plan plan) {
    return renderer.render(plan);
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
