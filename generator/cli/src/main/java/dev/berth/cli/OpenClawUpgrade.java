package dev.berth.cli;

import dev.berth.cli.print.Json;
import dev.berth.cli.print.UpgradeFacts;
import dev.berth.cli.print.UpgradeText;
import dev.berth.local.gateway.ChannelPlugins;
import dev.berth.local.install.Installed;
import dev.berth.local.judge.Upgrade;
import dev.berth.model.Agent;
import dev.berth.model.Fleet;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Target;
import dev.berth.render.AgentConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth openclaw upgrade}. */
@Command(
    name = "upgrade",
    description = {
      "Say which agents would break, warn or change on another version of OpenClaw,",
      "newer or older, and which line asked for what is different. Asks both versions.",
      "Changes nothing. Exit code 1 when an agent would break."
    },
    footer = {
      "",
      "Examples:",
      "  berth openclaw upgrade --to 2026.9.6",
      "  berth openclaw upgrade --to 2026.9.6 support/customer --format json"
    })
final class OpenClawUpgrade implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "TEAM/AGENT", description = "Which; by default all.")
  private List<String> agents = List.of();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      required = true,
      description = "The version to ask about; installed from npm, once.")
  private String to = "";

  private final Berth berth;

  OpenClawUpgrade(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    berth.mustNotBeSarif();
    OpenClawVersion version =
        OpenClawVersion.parse(to)
            .orElseThrow(
                () ->
                    Stop.usage("--to is `%s`\nmend: write %s".formatted(to, OpenClawVersion.RULE)));
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> upgrade(declared, fleet, version));
  }

  private int upgrade(Declarations declared, Fleet fleet, OpenClawVersion version) {
    List<AlikeAgents> alike = AlikeAgents.of(declared, fleet, agents, false, "verdicts");
    OpenClawTools tools = OpenClawTools.of(berth);
    return tools.told(() -> upgrade(declared, fleet, version, alike, tools));
  }

  private int upgrade(
      Declarations declared,
      Fleet fleet,
      OpenClawVersion version,
      List<AlikeAgents> alike,
      OpenClawTools tools)
      throws Exception {
    Installed then = tools.installed(version);
    Map<OpenClawVersion, Upgrade> upgrades = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (AlikeAgents group : alike) {
      OpenClawVersion from = group.first().version();
      if (!upgrades.containsKey(from)) {
        Installed now = tools.installed(from);
        upgrades.put(from, Upgrade.between(tools.judge(now, false), tools.judge(then, false)));
        unknown.add(state(now, then));
      }
    }
    unknown.add(
        "Channels whose plugins are not part of OpenClaw: those of %s are installed with it."
            .formatted(version));
    List<UpgradeFacts.Group> groups =
        TwoAtOnce.all(
            alike,
            group ->
                () ->
                    group(
                        group,
                        Objects.requireNonNull(upgrades.get(group.first().version())),
                        tools),
            each -> show(each, version));
    UpgradeFacts facts =
        new UpgradeFacts(
            UpgradeFacts.FORMAT,
            declared.environment(fleet).name().text(),
            version.text(),
            groups,
            edits(alike, declared.environment(fleet).target(), version),
            List.copyOf(unknown));
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(UpgradeText.last(facts));
    } else {
      berth.terminal().result(Json.print(facts));
    }
    return facts.count("breaks") == 0 ? Exit.DONE : Exit.WRONG;
  }

  private static UpgradeFacts.Group group(AlikeAgents alike, Upgrade upgrade, OpenClawTools tools)
      throws IOException, InterruptedException, ChannelPlugins.Refused {
    AgentConfiguration first = alike.first();
    return UpgradeFacts.Group.of(
        alike.names(),
        first.version().text(),
        upgrade.differences(first.text(), tools.progress()).stream()
            .map(
                each ->
                    UpgradeFacts.Difference.of(each, first.agent().because(each.key()).toString()))
            .toList());
  }

  private void show(UpgradeFacts.Group group, OpenClawVersion version) {
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(UpgradeText.lines(group, version.text()));
      berth.around().out().flush();
    }
  }

  /** Whether what is on the agents' disks is made anew by the other version. */
  private static String state(Installed now, Installed then) throws IOException {
    String was = Upgrade.stateVersions(now.openclaw());
    String becomes = Upgrade.stateVersions(then.openclaw());
    if (was.equals(becomes) && !was.isEmpty()) {
      return "%s and %s keep their state in the same form (%s)."
          .formatted(now.version(), then.version(), was);
    }
    return ("State: %s keeps (%s), %s keeps (%s). It is migrated at the first start, which only"
            + " that start proves; going back needs the backup from before it: openclaw backup"
            + " create --verify.")
        .formatted(now.version(), named(was), then.version(), named(becomes));
  }

  private static String named(String versions) {
    return versions.isEmpty() ? "forms it does not number" : versions;
  }

  private static List<UpgradeFacts.Edit> edits(
      List<AlikeAgents> alike, Target target, OpenClawVersion version) {
    Set<UpgradeFacts.Edit> edits = new LinkedHashSet<>();
    for (AlikeAgents group : alike) {
      for (AgentConfiguration each : group.all()) {
        Agent agent = each.agent().agent();
        edits.add(
            new UpgradeFacts.Edit(agent.openclaw().from().toString(), "openclaw: " + version));
      }
    }
    if (target != Target.LOCAL) {
      for (AlikeAgents group : alike) {
        for (AgentConfiguration each : group.all()) {
          edits.add(
              new UpgradeFacts.Edit(
                  each.agent().agent().image().from().toString(),
                  "image: the tag and the digest of an image of " + version));
        }
      }
    }
    int restarts = alike.stream().mapToInt(group -> group.all().size()).sum();
    List<UpgradeFacts.Edit> all = new ArrayList<>(edits);
    all.add(
        new UpgradeFacts.Edit(
            "then", restarts == 1 ? "1 agent restarts" : restarts + " agents restart"));
    return all;
  }
}
