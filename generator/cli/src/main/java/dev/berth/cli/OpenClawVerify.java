package dev.berth.cli;

import dev.berth.cli.print.Json;
import dev.berth.cli.print.VerifyFacts;
import dev.berth.cli.print.VerifyText;
import dev.berth.local.install.Installed;
import dev.berth.local.judge.Examination;
import dev.berth.local.judge.OpenClawJudge;
import dev.berth.model.Fleet;
import dev.berth.model.OpenClawVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth openclaw verify}. */
@Command(
    name = "verify",
    description = {
      "Have the real OpenClaw judge each agent's openclaw.json, in a scratch home:",
      "config validate, security audit, secrets audit, doctor --lint.",
      "Reads no secret and reaches no network, but for npm with --plugins, or when this",
      "version of OpenClaw is not on this machine. Exit code 1 when it refuses an agent."
    },
    footer = {
      "",
      "Examples:",
      "  berth openclaw verify",
      "  berth openclaw verify support/customer --plugins",
      "  berth openclaw verify --env laptop --format json"
    })
final class OpenClawVerify implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "TEAM/AGENT", description = "Which; by default all.")
  private List<String> agents = List.of();

  @Option(
      names = "--plugins",
      description = "Install the plugins of channels from npm, so that those are judged, too.")
  private boolean plugins;

  @Option(
      names = "--each",
      description = "Ask about every agent, also about those alike but for their names.")
  private boolean each;

  private final Berth berth;

  OpenClawVerify(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> verify(declared, fleet));
  }

  private int verify(Declarations declared, Fleet fleet) {
    List<AlikeAgents> alike = AlikeAgents.of(declared, fleet, agents, each, "verdicts");
    OpenClawTools tools = OpenClawTools.of(berth);
    Map<OpenClawVersion, OpenClawJudge> judges = new LinkedHashMap<>();
    for (AlikeAgents group : alike) {
      judges.computeIfAbsent(
          group.first().version(),
          version -> {
            Installed installed = tools.installed(version);
            return tools.judge(installed, plugins);
          });
    }
    VerifyFacts facts =
        new VerifyFacts(
            VerifyFacts.FORMAT,
            declared.environment(fleet).name().text(),
            judged(alike, judges, tools));
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(VerifyText.expected(facts));
      berth.terminal().note(VerifyText.last(facts));
    } else {
      berth.terminal().result(Json.print(facts));
    }
    return facts.refused() == 0 ? Exit.DONE : Exit.WRONG;
  }

  private List<VerifyFacts.Judged> judged(
      List<AlikeAgents> alike, Map<OpenClawVersion, OpenClawJudge> judges, OpenClawTools tools) {
    return tools.told(
        () ->
            TwoAtOnce.all(
                alike,
                group ->
                    () -> {
                      OpenClawJudge judge =
                          Objects.requireNonNull(judges.get(group.first().version()));
                      return VerifyFacts.Judged.of(
                          group.names(),
                          group.first().version().text(),
                          judge.judge(
                              group.first().text(),
                              List.of(Examination.values()),
                              tools.progress()));
                    },
                this::show));
  }

  private void show(VerifyFacts.Judged judged) {
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(VerifyText.lines(judged));
      berth.around().out().flush();
    }
  }
}
