package dev.berth.resources;

import com.pulumi.Config;
import dev.berth.Generator;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.Severity;
import dev.berth.diagnose.TerminalReport;
import dev.berth.gather.FleetFolder;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.render.Templates;
import dev.berth.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What a program run by {@code pulumi up} is told by its folder and its stack's configuration.
 *
 * @param home holds {@code templates/}; {@code berth:home}, or else two folders above the project
 * @param root holds {@code fleet.yaml}; {@code berth:root}, or else the home
 */
public record Checkout(Path home, Path root) {

  /** Relative paths are relative to the project's folder, where the engine runs programs. */
  public static Checkout of(Config config) {
    Path home = Path.of(config.get("home").orElse("../.."));
    return new Checkout(home, config.get("root").map(Path::of).orElse(home));
  }

  /** {@link Generator} with this checkout's templates. */
  public Generator generator() {
    try {
      return new Generator(Templates.in(home.resolve("templates")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * The plan for one environment.
   *
   * @param today the day grants and waivers are judged on, in UTC
   * @throws IllegalArgumentException with everything that is wrong with what users wrote, with what
   *     rules refuse, or when there is no such environment
   */
  public Plan plan(Generator generator, String environment, LocalDate today) {
    Sources sources = FleetFolder.read(root);
    Checked<Fleet> fleet = generator.fleet(sources, today);
    if (!(fleet instanceof Checked.Good<Fleet> good)) {
      throw new IllegalArgumentException(
          "\n" + new TerminalReport(false).print(fleet.diagnostics(), sources));
    }
    Environment found =
        good.value()
            .environment(environment)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "fleet.yaml has no environment `%s`, which this stack is named for"
                            .formatted(environment)));
    Plan plan = generator.plan(good.value(), found);
    // What Helm makes is judged by `berth up`, and by the cluster's admission policies.
    Findings findings =
        generator.judge(good.value(), List.of(plan), generator.withoutPods(plan), today);
    if (findings.refuse()) {
      Findings errors = new Findings(findings.of(Severity.ERROR), List.of());
      throw new IllegalArgumentException(
          "\n" + new TerminalReport(false).print(errors, sources, "Nothing was changed."));
    }
    return plan;
  }
}
