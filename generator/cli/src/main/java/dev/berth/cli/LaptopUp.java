package dev.berth.cli;

import dev.berth.cli.laptop.RunningFacts;
import dev.berth.cli.laptop.RunningText;
import dev.berth.cli.print.Count;
import dev.berth.cli.print.Wrapped;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import dev.berth.model.AgentId;
import dev.berth.model.Environment;
import dev.berth.model.Target;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.SecretNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code berth up} does on a laptop.
 *
 * @param named agents to start; empty for those the environment names
 * @param envFile in place of {@code .env}
 */
record LaptopUp(Berth berth, Declarations declared, List<String> named, Optional<Path> envFile) {

  /** About what a gateway that does nothing holds, its helpers included; seen with 2026.9.6. */
  private static final long BYTES_AN_AGENT = 1L << 30;

  int up(Plan whole, boolean dryRun) {
    List<PlannedAgent> chosen = chosen(whole);
    TreeSet<String> wanted = new TreeSet<>();
    chosen.forEach(agent -> agent.needs().forEach(need -> wanted.add(variable(need))));
    boolean modelServer =
        whole.environment().local().flatMap(Environment.Local::modelServer).isPresent();
    if (modelServer) {
      wanted.add(LocalProcess.MODEL_KEY_VARIABLE);
    }
    GivenSecrets secrets =
        GivenSecrets.of(berth.around(), declared.root(), envFile, List.copyOf(wanted));
    Map<String, TreeSet<String>> missing = missing(chosen, secrets);
    if (!missing.isEmpty()) {
      return missing(missing, secrets);
    }
    Laptop laptop = Laptop.of(berth, declared.root(), whole.environment(), declared.checked());
    warnOfMemory(laptop.name(), chosen);
    if (dryRun) {
      return wouldStart(laptop, chosen, secrets);
    }
    Plan plan = LaptopOrders.only(whole, chosen);
    Map<String, LaptopParts.Tool> tools = new HashMap<>();
    LaptopOrders orders =
        new LaptopOrders(
            berth.workshop().generator(),
            secrets,
            modelServer,
            version -> tools.computeIfAbsent(version, each -> tool(laptop, each)));
    return laptop.told(each -> start(each, orders.of(plan)));
  }

  private List<PlannedAgent> chosen(Plan plan) {
    List<String> known = plan.agents().stream().map(each -> each.id().toString()).toList();
    for (String each : named) {
      if (!known.contains(each)) {
        throw Stop.usage(Suggestion.unknown("agent", each, known));
      }
    }
    List<String> unasked =
        plan.environment().local().stream()
            .flatMap(local -> local.agents().stream())
            .map(AgentId::toString)
            .toList();
    List<String> some = named.isEmpty() ? unasked : named;
    return plan.agents().stream()
        .filter(agent -> some.isEmpty() || some.contains(agent.id().toString()))
        .toList();
  }

  private static String variable(SecretNeed need) {
    return need.secret().variable();
  }

  /** Agents without a secret of theirs, and which. */
  private static Map<String, TreeSet<String>> missing(
      List<PlannedAgent> agents, GivenSecrets secrets) {
    Map<String, TreeSet<String>> missing = new TreeMap<>();
    for (PlannedAgent agent : agents) {
      for (SecretNeed need : agent.needs()) {
        if (secrets.value(variable(need)).isEmpty()) {
          missing
              .computeIfAbsent(variable(need), name -> new TreeSet<>())
              .add("%s (%s)".formatted(agent.id(), need.because()));
        }
      }
    }
    return missing;
  }

  private int missing(Map<String, TreeSet<String>> missing, GivenSecrets secrets) {
    missing.forEach(
        (variable, readers) ->
            berth
                .terminal()
                .complaint(
                    "berth: %s is missing, for %s\nmend: export %s=…, or a line %s=… in %s"
                        .formatted(
                            variable,
                            String.join(", ", readers),
                            variable,
                            variable,
                            secrets.shown())));
    berth
        .terminal()
        .complaint(
            "%s missing. Nothing was started."
                .formatted(
                    Count.of(missing.size(), "secret") + (missing.size() == 1 ? " is" : " are")));
    return Exit.WRONG;
  }

  private void warnOfMemory(String environment, List<PlannedAgent> chosen) {
    long need = chosen.size() * BYTES_AN_AGENT;
    berth
        .workshop()
        .local()
        .get()
        .memoryAvailableBytes()
        .get()
        .filter(there -> there < need)
        .ifPresent(
            there ->
                berth
                    .terminal()
                    .complaint(
                        ("warning: %s %s about %d MiB of memory, and %d MiB are free"
                                + "\nmend: name fewer, such as `berth up --env %s %s`")
                            .formatted(
                                Count.of(chosen.size(), "agent"),
                                chosen.size() == 1 ? "takes" : "take",
                                need >> 20,
                                there >> 20,
                                environment,
                                chosen.get(0).id())));
  }

  private int wouldStart(Laptop laptop, List<PlannedAgent> chosen, GivenSecrets secrets) {
    int width = RunningText.width(chosen.stream().map(each -> each.id().toString()).toList());
    for (PlannedAgent agent : chosen) {
      List<String> words = new ArrayList<>();
      words.add(agent.agent().model().value().toString());
      words.add("OpenClaw " + agent.agent().openclaw().value());
      agent.needs().stream()
          .map(need -> variable(need) + " from " + secrets.place(variable(need)).orElseThrow())
          .distinct()
          .forEach(words::add);
      berth
          .terminal()
          .result(
              Wrapped.pieces(
                  "  " + RunningText.padded(agent.id().toString(), width) + "  ", words, "  "));
    }
    berth
        .terminal()
        .note("Nothing was started. Next: %s".formatted(laptop.up(String.join(" ", named))));
    return Exit.DONE;
  }

  private LaptopParts.Tool tool(Laptop laptop, String version) {
    return laptop
        .parts()
        .tools()
        .of(
            version,
            sentence -> {
              if (berth.format() == Format.TEXT) {
                berth.terminal().note(sentence);
                berth.around().out().flush();
              }
            });
  }

  private int start(Laptop laptop, List<AgentOrder> orders) throws IOException {
    Supervisor supervisor = laptop.supervisor();
    Map<String, Long> before = new HashMap<>();
    if (Files.exists(laptop.folder().supervisor())) {
      supervisor.status().forEach(report -> before.put(report.id(), report.pid()));
    }
    List<AgentReport> after;
    try (LaptopView view =
        LaptopView.named(
            berth, orders.stream().map(AgentOrder::id).toList(), LaptopView.Doing.STARTING)) {
      after = supervisor.up(orders, view);
    }
    if (berth.format() == Format.TEXT) {
      berth.terminal().result(RunningText.lines(after));
      last(laptop, after, before);
    } else {
      berth.terminal().result(RunningFacts.of(laptop.name(), laptop.folder(), after).json());
    }
    return after.stream().allMatch(LaptopUp::ready) ? Exit.DONE : Exit.CLOUD;
  }

  private static boolean ready(AgentReport report) {
    return report.state() == AgentState.READY;
  }

  private void last(Laptop laptop, List<AgentReport> after, Map<String, Long> before) {
    long same =
        after.stream()
            .filter(LaptopUp::ready)
            .filter(report -> report.pid() == before.getOrDefault(report.id(), 0L))
            .count();
    if (same == after.size()) {
      berth.terminal().note(same == 1 ? "It runs already." : "They run already.");
    }
    List<AgentReport> wrong = after.stream().filter(report -> !ready(report)).toList();
    if (!wrong.isEmpty()) {
      berth
          .terminal()
          .complaint(
              "%s of %s did not get ready."
                  .formatted(String.valueOf(wrong.size()), Count.of(after.size(), "agent")));
    }
    after.stream()
        .filter(LaptopUp::ready)
        .findFirst()
        .ifPresent(
            report ->
                berth
                    .terminal()
                    .note(
                        "Next: berth ask%s %s \"who are you?\""
                            .formatted(
                                isUsual(laptop) ? "" : " --env " + laptop.name(), report.id())));
  }

  /** Whether commands about what runs mean this environment when none is named. */
  private boolean isUsual(Laptop laptop) {
    return declared.checked().environments().stream()
        .filter(each -> each.target() == Target.LOCAL)
        .findFirst()
        .map(each -> each.name().text().equals(laptop.name()))
        .orElse(false);
  }
}
