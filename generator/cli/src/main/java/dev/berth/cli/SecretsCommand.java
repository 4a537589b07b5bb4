package dev.berth.cli;

import dev.berth.cli.print.Count;
import dev.berth.cli.print.SecretList;
import dev.berth.cli.print.SecretListText;
import dev.berth.deploy.secrets.SecretAnswer;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Target;
import dev.berth.plan.PlannedAgent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth secrets}. */
@Command(
    name = "secrets",
    description = {
      "Print every secret that must exist, who reads it, and how to make it.",
      "Knows names only; asks nobody unless told to."
    },
    footer = {
      "",
      "Examples:",
      "  berth secrets",
      "  berth secrets support/customer",
      "  berth secrets --missing",
      "  berth secrets --format json | jq -r '.secrets[].create'"
    })
final class SecretsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEAM/AGENT", arity = "0..1", description = "Only this agent's.")
  private Optional<String> agent = Optional.empty();

  @Option(
      names = "--missing",
      description =
          "Ask Secret Manager, and print those whose newest version cannot be read; never a"
              + " value. Needs roles/secretmanager.viewer. On a laptop: look at the environment and"
              + " .env.")
  private boolean missing;

  private final Berth berth;

  SecretsCommand(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> list(declared, fleet));
  }

  private int list(Declarations declared, Fleet fleet) {
    Environment environment = declared.environment(fleet);
    if (environment.target() == Target.LOCAL) {
      return variables(declared, fleet, environment);
    }
    SecretList all = SecretList.of(agents(fleet), environment);
    if (missing) {
      return missing(declared, all, environment);
    }
    declared.facts(SecretListText.lines(all), all);
    if (berth.format() == Format.TEXT && !all.secrets().isEmpty()) {
      berth.terminal().note("");
      berth.terminal().note("Read each value first, unseen and in no history: read -rs VALUE");
    }
    return Exit.DONE;
  }

  private int variables(Declarations declared, Fleet fleet, Environment environment) {
    List<AgentId> chosen = agents(fleet).stream().map(Agent::id).toList();
    List<PlannedAgent> planned =
        berth.workshop().generator().plan(fleet, environment).agents().stream()
            .filter(each -> chosen.contains(each.id()))
            .toList();
    SecretList all = SecretList.ofLaptop(planned, environment);
    if (!missing) {
      declared.facts(SecretListText.lines(all), all);
      return Exit.DONE;
    }
    GivenSecrets given =
        GivenSecrets.of(
            berth.around(),
            declared.root(),
            Optional.empty(),
            all.secrets().stream().map(SecretList.Secret::variable).toList());
    return told(
        declared,
        all,
        all.secrets().stream()
            .map(
                secret ->
                    given.place(secret.variable()).isPresent()
                        ? new SecretAnswer(secret.name(), SecretAnswer.State.THERE, "")
                        : new SecretAnswer(
                            secret.name(),
                            SecretAnswer.State.MISSING,
                            "set it, or write a line %s=… in %s"
                                .formatted(secret.variable(), given.shown())))
            .toList());
  }

  private int missing(Declarations declared, SecretList all, Environment environment) {
    Optional<String> project =
        environment
            .gke()
            .filter(gke -> environment.secrets().inSecretManager())
            .map(gke -> gke.project());
    if (project.isEmpty()) {
      declared.facts(SecretListText.lines(all), all);
      berth
          .terminal()
          .complaint(
              ("berth: secrets --missing asks Secret Manager alone, and those of %s are elsewhere"
                      + " (store %s)\nmend: look at the list above, and ask there")
                  .formatted(environment.name(), all.store()));
      return Exit.USAGE;
    }
    List<String> names = all.secrets().stream().map(SecretList.Secret::name).distinct().toList();
    return told(declared, all, berth.workshop().secrets().get().ask(project.get(), names));
  }

  private int told(Declarations declared, SecretList all, List<SecretAnswer> answers) {
    SecretList told = all.with(answers);
    SecretList left = told.notThere();
    String counted = Count.of(answers.size(), "secret");
    if (left.secrets().isEmpty()) {
      declared.facts(List.of("None of %s is missing.".formatted(counted)), told);
      return Exit.DONE;
    }
    declared.facts(SecretListText.lines(left), told);
    if (berth.format() == Format.TEXT) {
      left.states()
          .forEach(
              (state, count) ->
                  berth.terminal().complaint("%s of %s: %s".formatted(count, counted, state)));
    }
    return Exit.CLOUD;
  }

  private List<Agent> agents(Fleet fleet) {
    List<String> known = fleet.agents().stream().map(each -> each.id().toString()).toList();
    agent
        .filter(name -> !known.contains(name))
        .ifPresent(
            name -> {
              throw Stop.usage(Suggestion.unknown("agent", name, known));
            });
    return fleet.agents().stream()
        .filter(each -> agent.isEmpty() || each.id().toString().equals(agent.get()))
        .toList();
  }
}
