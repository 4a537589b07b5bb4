package dev.berth.access;

import dev.berth.Fleets;
import dev.berth.Generator;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A fleet as {@code berth render} writes it. */
final class RenderedFleet {

  private static final Templates TEMPLATES = templates();

  private RenderedFleet() {}

  static Templates templates() {
    try {
      return Templates.in(Path.of("..", "..", "templates"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static Plan plan(Fleet fleet) {
    return plan(fleet, Fleets.environment());
  }

  static Plan plan(Fleet fleet, Environment environment) {
    return new Generator(TEMPLATES).plan(fleet, environment);
  }

  static List<Made> made(Plan plan) {
    return made(plan, TEMPLATES);
  }

  static List<Made> made(Plan plan, Templates templates) {
    return Made.of(new Generator(templates).render(plan).toList());
  }
}
