package dev.berth.cli;

import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import dev.berth.local.place.EnvironmentFolder;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An environment of this machine, as commands about what runs in it mean it.
 *
 * @param name of the environment
 * @param declared the agents declarations have now, as {@code team/agent}; none when they are wrong
 */
record Laptop(Berth berth, String name, EnvironmentFolder folder, List<String> declared) {

  /** What a command does with it. */
  @FunctionalInterface
  interface Work {
    int in(Laptop laptop) throws IOException;
  }

  /**
   * The exit code of {@code work} in the environment the command line means: the one it names, else
   * the fleet's first that is one of this machine. Wrong declarations keep nobody from what runs.
   *
   * @param cluster the command that does the same on a cluster, for {@code team}s and {@code
   *     agent}s
   */
  static int run(Berth berth, String cluster, Work work) {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    Optional<Laptop> named = declared.isRight() ? Optional.empty() : running(berth);
    if (named.isPresent()) {
      berth
          .terminal()
          .complaint("Declarations are wrong, see `berth check`; this is of what runs already.");
      return named.get().told(work);
    }
    return declared.whenRight(fleet -> of(berth, declared, fleet, cluster).told(work));
  }

  /** The environment of one that can be planned. */
  static Laptop of(Berth berth, Path root, Environment environment, Fleet fleet) {
    return new Laptop(
        berth,
        environment.name().text(),
        folder(berth, environment.name().text(), root),
        fleet.agents().stream().map(each -> each.id().toString()).sorted().toList());
  }

  private static Laptop of(Berth berth, Declarations declared, Fleet fleet, String cluster) {
    Environment environment =
        usual(declared, fleet)
            .orElseThrow(
                () ->
                    Stop.usage(
                        "no environment of fleet.yaml has the target local"
                            + "\nmend: add `laptop: { target: local }` under `environments:`, or"
                            + " on a cluster run `"
                            + cluster
                            + "`"));
    if (environment.target() != Target.LOCAL) {
      throw Stop.usage(
          "environment %s has the target %s, and this is of agents of this machine\nmend: run `%s`"
              .formatted(environment.name(), environment.target(), cluster));
    }
    return of(berth, declared.root(), environment, fleet);
  }

  /** The environment the command line names, else the first of this machine. */
  static Optional<Environment> usual(Declarations declared, Fleet fleet) {
    return declared.berth().environment().isPresent()
        ? Optional.of(declared.environment(fleet))
        : fleet.environments().stream().filter(each -> each.target() == Target.LOCAL).findFirst();
  }

  private static Optional<Laptop> running(Berth berth) {
    return berth
        .environment()
        .map(name -> new Laptop(berth, name, folder(berth, name, berth.root()), List.of()))
        .filter(laptop -> Files.isDirectory(laptop.folder().folder()));
  }

  private static EnvironmentFolder folder(Berth berth, String name, Path root) {
    try {
      return berth.workshop().local().get().places().environment(name, root.toRealPath());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The exit code of {@code work}, or of what kept it from its end. */
  int told(Work work) {
    try {
      return work.in(this);
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  /** What is said when its supervisor or its files do not answer. */
  Stop broken(IOException broken) {
    if (berth.trace()) {
      broken.printStackTrace(berth.around().err());
    }
    return Stop.cloud(
        "%s: %s\nmend: %slook at %s; `berth up --env %s` starts anew what does not run"
            .formatted(
                name,
                broken.getMessage(),
                String.valueOf(broken.getMessage()).contains("No space left")
                    ? "make room on that disk; "
                    : "",
                folder.log(),
                name));
  }

  LaptopParts parts() {
    return berth.workshop().local().get();
  }

  Supervisor supervisor() {
    return parts().supervisors().of(folder);
  }

  /** The command that starts an agent, or what starts unasked. */
  String up(String agent) {
    return "berth up --env " + name + (agent.isEmpty() ? "" : " " + agent);
  }

  /** Refuses words that name no agent, neither a declared one nor one of the reports. */
  void mustKnow(List<String> named, List<AgentReport> reports) {
    TreeSet<String> known = new TreeSet<>(declared);
    reports.forEach(report -> known.add(report.id()));
    for (String each : named) {
      if (!known.contains(each)) {
        throw Stop.usage(Suggestion.unknown("agent", each, List.copyOf(known)));
      }
    }
  }

  /** Whether something of it is there to be stopped. */
  static boolean runs(AgentReport report) {
    return report.state() != AgentState.STOPPED && report.state() != AgentState.REFUSED;
  }
}
