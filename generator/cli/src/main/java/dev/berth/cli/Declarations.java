package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Json;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.Severity;
import dev.berth.diagnose.TerminalReport;
import dev.berth.model.Agent;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import dev.berth.plan.Plan;
import dev.berth.source.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a user wrote, and what came of reading it. */
record Declarations(Berth berth, Path root, Sources sources, Checked<Fleet> fleet) {

  /** Those of the folder the command line points at. */
  static Declarations of(Berth berth) {
    Path root = berth.root();
    Sources sources = berth.workshop().gather(root);
    return new Declarations(
        berth, root, sources, berth.workshop().generator().fleet(sources, berth.today()));
  }

  /** What {@code command} does with a fleet that is right; otherwise everything that is wrong. */
  int whenRight(ToIntFunction<Fleet> command) {
    return fleet instanceof Checked.Good<Fleet> good
        ? command.applyAsInt(good.value())
        : wrong(fleet.diagnostics(), sources);
  }

  boolean isRight() {
    return fleet instanceof Checked.Good<Fleet>;
  }

  /** The fleet of declarations that are right. */
  Fleet checked() {
    if (fleet instanceof Checked.Good<Fleet> good) {
      return good.value();
    }
    throw new IllegalStateException("they are wrong");
  }

  /** Reports what is wrong, in the form that was asked for. */
  int wrong(List<Diagnostic> diagnostics, Sources among) {
    String report = berth.workshop().report(berth.format(), berth.colored(), diagnostics, among);
    if (berth.format() == Format.TEXT) {
      berth.terminal().error(report);
    } else {
      berth.terminal().result(report);
    }
    return Exit.WRONG;
  }

  /**
   * What {@code command} does with the plan of the environment the command line names, when no rule
   * refuses it; otherwise what the rules found.
   *
   * @param environment which of the fleet's
   * @param refused what is said when a rule refuses, e.g. {@code Nothing was written.}
   */
  int whenAllowed(
      Function<Fleet, Environment> environment, String refused, ToIntFunction<Plan> command) {
    return whenRight(
        fleet -> {
          Generator generator = berth.workshop().generator();
          Plan plan = generator.plan(fleet, environment.apply(fleet));
          Findings findings = generator.judge(fleet, List.of(plan), berth.today());
          return findings.refuse() ? refuse(findings, refused) : command.applyAsInt(plan);
        });
  }

  /** What stands of what rules found in what a fleet that is right becomes. */
  Findings stands(Collection<Finding> rendered) {
    return fleet instanceof Checked.Good<Fleet> good
        ? berth.workshop().generator().stands(good.value(), List.copyOf(rendered), berth.today())
        : Findings.NONE;
  }

  /** Reports what keeps a command from its work, in the form that was asked for. */
  int refuse(Findings findings, String refused) {
    if (berth.format() == Format.TEXT) {
      tell(new Findings(findings.of(Severity.ERROR), List.of()), refused);
    } else {
      berth.terminal().result(berth.workshop().report(berth.format(), findings));
    }
    return Exit.REFUSED;
  }

  /**
   * Tells people what rules found.
   *
   * @param end a sentence behind the counts
   */
  void tell(Findings findings, String end) {
    berth.terminal().error(new TerminalReport(berth.colored()).print(findings, sources, end));
  }

  /** Prints facts for people, or the same facts as JSON. */
  void facts(List<String> text, Object facts) {
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(text);
    } else {
      berth.terminal().result(Json.print(facts));
    }
  }

  /** The agent the command line names as {@code team/agent}. */
  Agent agent(Fleet fleet, String named) {
    return fleet.agents().stream()
        .filter(each -> each.id().toString().equals(named))
        .findFirst()
        .orElseThrow(
            () ->
                Stop.usage(
                    Suggestion.unknown(
                        "agent",
                        named,
                        fleet.agents().stream().map(each -> each.id().toString()).toList())));
  }

  /** The environment the command line names, or the first one. */
  Environment environment(Fleet fleet) {
    return berth
        .environment()
        .map(
            name ->
                fleet
                    .environment(name)
                    .orElseThrow(
                        () ->
                            Stop.usage(
                                Suggestion.unknown(
                                    "environment",
                                    name,
                                    fleet.environments().stream()
                                        .map(each -> each.name().text())
                                        .toList()))))
        .orElseGet(() -> fleet.environments().get(0));
  }

  /**
   * The same, if Berth can plan it today.
   *
   * @param what the command's word for its result, e.g. {@code previews}
   */
  Environment planned(Fleet fleet, String what) {
    Environment environment = environment(fleet);
    if (environment.target() == Target.LOCAL) {
      throw Stop.usage(
          ("environment %s has the target local, where agents are processes of whoever starts them"
                  + " and nothing is granted or enforced: %s are of clusters"
                  + "\nmend: name another environment with `--env`")
              .formatted(environment.name(), what));
    }
    if (environment.target() != Target.GKE && environment.target() != Target.KUBERNETES) {
      throw Stop.usage(
          "environment %s has the target %s: %s of that target are not built yet; those of gke"
                  .formatted(environment.name(), environment.target(), what)
              + " and kubernetes are");
    }
    return environment;
  }

  /** The same, or this machine, whose agents can be looked at but not what they may. */
  Environment shown(Fleet fleet, String what) {
    Environment environment = environment(fleet);
    return environment.target() == Target.LOCAL ? environment : planned(fleet, what);
  }

  /**
   * The same, if Berth can bring it up and take it down today.
   *
   * @param agents that were named, which a laptop alone knows what to do with
   */
  Environment made(Fleet fleet, List<String> agents) {
    Environment environment =
        agents.isEmpty()
            ? shown(fleet, "stacks")
            : Laptop.usual(this, fleet).orElseGet(() -> shown(fleet, "stacks"));
    if (environment.target() == Target.LOCAL) {
      return environment;
    }
    if (environment.target() != Target.GKE) {
      throw Stop.usage(
          "environment %s has the target %s, and stacks are for gke so far"
                  .formatted(environment.name(), environment.target())
              + "\nmend: run `berth render --env %s --out DIR` and apply the files"
                  .formatted(environment.name()));
    }
    return environment;
  }
}
