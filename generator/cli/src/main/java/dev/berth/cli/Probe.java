package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.cli.print.Json;
import dev.berth.cli.print.ProbeReport;
import dev.berth.cli.print.ProbeText;
import dev.berth.deploy.kubernetes.ClusterRefused;
import dev.berth.deploy.kubernetes.JobRunner;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.plan.ProbePlanner;
import dev.berth.render.ProbeJob;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth probe}. */
@Command(
    name = "probe",
    description = {
      "Try, from inside the cluster, what each agent must reach and what it must not.",
      "Runs one Job an agent, as that agent and beside it, and deletes the Job again.",
      "Reads no secret's value, no object and no message."
    },
    footer = {
      "",
      "Examples:",
      "  berth probe",
      "  berth probe support/customer --timeout 120",
      "  berth probe --dry-run > jobs.yaml"
    })
final class Probe implements Callable<Integer> {

  private static final int MOST_AT_ONCE = 32;
  private static final int LEAST_SECONDS = 10;
  private static final int MOST_SECONDS = 3600;

  @Parameters(arity = "0..*", paramLabel = "TEAM/AGENT", description = "Which; by default all.")
  private List<String> agents = List.of();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many run at once, 1 to 32 and at most 4 a team; by default 4.")
  private int atOnce;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long to wait for each, 10 to 3600; by default 300.")
  private int seconds;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The kubeconfig context; by default gcloud's for the environment.")
  private Optional<String> context = Optional.empty();

  @Option(names = "--dry-run", description = "Print the Jobs; make none.")
  private boolean dryRun;

  private final Berth berth;

  Probe(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    within("--at-once", atOnce, 1, MOST_AT_ONCE);
    within("--timeout", seconds, LEAST_SECONDS, MOST_SECONDS);
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> probe(declared, fleet));
  }

  private static void within(String option, int number, int least, int most) {
    if (number < least || number > most) {
      throw Stop.usage(
          "%s is %d\nmend: write a number from %d to %d".formatted(option, number, least, most));
    }
  }

  private int probe(Declarations declared, Fleet fleet) {
    Environment environment = declared.planned(fleet, "probes");
    Set<AgentId> chosen =
        agents.stream()
            .map(name -> declared.agent(fleet, name))
            .map(Agent::id)
            .collect(Collectors.toSet());
    Generator generator = berth.workshop().generator();
    Plan plan = generator.plan(fleet, environment);
    ProbePlanner planner = new ProbePlanner(plan);
    Duration most = Duration.ofSeconds(seconds);
    Stream<ProbeJob> jobs =
        plan.agents().stream()
            .filter(agent -> chosen.isEmpty() || chosen.contains(agent.id()))
            .map(agent -> generator.render(planner.plan(agent), most));
    if (dryRun) {
      show(jobs);
      return Exit.DONE;
    }
    Kubeconfig kubeconfig = new Kubeconfig(environment, context);
    ProbeReport report = report(kubeconfig, jobs.toList(), most);
    if (berth.format() == Format.TEXT) {
      berth.terminal().note(ProbeText.last(report));
    } else {
      berth.terminal().result(Json.print(report));
    }
    return report.allAsDeclared() ? Exit.DONE : Exit.CLOUD;
  }

  /** The Jobs as kubectl takes them. */
  private void show(Stream<ProbeJob> jobs) {
    if (berth.format() == Format.TEXT) {
      jobs.forEach(job -> berth.terminal().result("---\n" + job.text()));
    } else {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("apiVersion", "v1");
      list.put("kind", "List");
      list.put("items", jobs.map(ProbeJob::tree).toList());
      berth.terminal().result(Json.print(list));
    }
  }

  private ProbeReport report(Kubeconfig kubeconfig, List<ProbeJob> jobs, Duration most) {
    String chosen = kubeconfig.chosen();
    ProbeReport.Place place = new ProbeReport.Place(kubeconfig.environment().name().text(), chosen);
    try (JobRunner runner =
        berth.workshop().clusters().jobs(Kubeconfig.files(berth.around().variables()), chosen)) {
      return new ProbeRuns(berth, runner, atOnce, most).of(place, jobs);
    } catch (ClusterRefused refused) {
      throw Stop.cloud(
          refused.getMessage()
              + "\nmend: "
              + refused.mend()
              + kubeconfig.login().map(login -> "\nThe login: " + login).orElse(""));
    }
  }
}
