package dev.berth.resources;

import dev.berth.Fleets;
import dev.berth.Generator;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.render.Rendered;
import dev.berth.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fleets planned and rendered as {@code berth up} does, with the templates of this checkout. */
public final class RealPlans {

  private static final Generator GENERATOR = generator();

  private RealPlans() {}

  private static Generator generator() {
    try {
      return new Generator(Templates.in(Path.of("../../templates")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** In the environment that has a pool of every kind. */
  public static Plan plan(Fleet fleet) {
    return plan(fleet, Fleets.environment());
  }

  public static Plan plan(Fleet fleet, Environment environment) {
    return GENERATOR.plan(fleet, environment);
  }

  /** Everything the plan holds, as text and inputs. */
  public static List<Rendered> rendered(Plan plan) {
    return GENERATOR.render(plan).toList();
  }

  /** What of {@code rendered} stands for {@code planned}, in the order it was rendered. */
  public static List<Rendered> only(List<Rendered> rendered, List<PlannedResource> planned) {
    Set<PlannedResource> wanted = Set.copyOf(planned);
    return rendered.stream().filter(each -> wanted.contains(each.planned())).toList();
  }

  /** Types and names, sorted. */
  public static List<String> names(Stream<PlannedResource> planned) {
    return planned.map(each -> each.type() + " " + each.name()).sorted().toList();
  }

  /** What the teams of a shard own, and their agents. */
  public static List<PlannedResource> of(List<PlannedTeam> shard) {
    return shard.stream()
        .flatMap(
            team ->
                Stream.concat(
                    team.resources().stream(),
                    team.agents().stream().flatMap(agent -> agent.resources().stream())))
        .collect(Collectors.toList());
  }
}
