package dev.berth.cli;

import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth down}: stacks of a cloud, or processes of this machine. */
@Command(
    name = "down",
    description = {
      "Take the fleet down with Pulumi: each shard of the fleet, then the platform.",
      "Looks at every stack first: if anything in one is protected, nothing is deleted.",
      "On a laptop: let agents end what they do, push what they learned, and stop."
    },
    footer = {
      "",
      "Examples:",
      "  berth down --preview",
      "  berth down --env dev --keep-platform",
      "  berth down --env laptop",
      "  berth down --env laptop research/reader --grace 5m"
    })
final class Down implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "TEAM/AGENT",
      description = "On a laptop: which; by default all that run.")
  private List<String> agents = List.of();

  @Option(names = "--yes", description = "Do not ask. On a laptop nothing is asked.")
  private boolean yes;

  @Option(
      names = {"--preview", "--dry-run"},
      description = "Say what would be deleted, or what would stop; do nothing.")
  private boolean preview;

  @Option(
      names = "--keep-platform",
      description = "Only teams and agents go; cluster and bucket stay.")
  private boolean keepPlatform;

  @Option(
      names = "--grace",
      paramLabel = "AGE",
      defaultValue = Grace.USUAL,
      description = "On a laptop: how long an agent may end what it does, by default 45s.")
  private String grace = Grace.USUAL;

  private final Berth berth;

  Down(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Duration most = Grace.parse(grace);
    Declarations declared = Declarations.of(berth);
    if (declared.isRight()) {
      return declared.whenRight(fleet -> down(declared, fleet, most));
    }
    return Laptop.run(berth, "", laptop -> down(laptop, most));
  }

  private int down(Declarations declared, Fleet fleet, Duration most) {
    Environment environment = declared.made(fleet, agents);
    if (environment.target() == Target.LOCAL) {
      return Laptop.of(berth, declared.root(), environment, fleet)
          .told(laptop -> down(laptop, most));
    }
    if (!agents.isEmpty()) {
      throw Stop.usage(
          "environment %s has the target %s, where all agents go together\nmend: leave `%s` away"
              .formatted(environment.name(), environment.target(), agents.get(0)));
    }
    return new StacksDown(berth, new Consent(berth.around(), yes), preview, keepPlatform)
        .down(environment, fleet);
  }

  private int down(Laptop laptop, Duration most) throws IOException {
    return new LaptopDown(laptop, agents, most).down(preview);
  }
}
