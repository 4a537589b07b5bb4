package dev.berth.cli;

import dev.berth.declare.JsonSchema;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of a kind of file, for editors.",
    footer = {"", "Examples:", "  berth schema agent > agent.schema.json"})
final class Schema implements Callable<Integer> {

  /** A kind of file that users write. */
  enum Kind {
    FLEET,
    TEAM,
    AGENT,
    WAIVERS;

    /** The word users write. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "KIND", description = "fleet, team, agent or waivers.")
  private Kind kind = Kind.AGENT;

  private final Berth berth;

  Schema(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.terminal().result(JsonSchema.of(dev.berth.declare.Kind.valueOf(kind.name())));
    return Exit.DONE;
  }
}
