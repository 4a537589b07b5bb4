package dev.berth.access;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.Generator;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** This checkout's templates, with one change. */
  static Templates mutated(String template, String from, String to) {
    Map<String, String> texts = new HashMap<>(TEMPLATES.texts());
    String before = texts.get(template);
    assertTrue(before.contains(from), () -> template + " has no " + from);
    texts.put(template, before.replace(from, to));
    return new Templates(texts);
  }
}
