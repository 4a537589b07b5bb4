package dev.berth.cli;

import dev.berth.cli.knowledge.DiffFacts;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.snapshot.Snapshot;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth knowledge diff}. */
@Command(
    name = "diff",
    description = {
      "Print what differs between two snapshots: + new, ~ changed, - gone.",
      "With one: against the newest, or with --home against a folder of this machine."
    },
    footer = {
      "",
      "Examples:",
      "  berth knowledge diff support/customer 41",
      "  berth knowledge diff support/customer 2d 1d",
      "  berth knowledge diff support/customer 41 --home ~/customer"
    })
final class KnowledgeDiff implements Callable<Integer> {

  private static final int MOST = 1_000_000;

  @Mixin private final AgentStore agent = new AgentStore();

  @Parameters(
      index = "1",
      paramLabel = "FROM",
      description = "A number or moment, such as 41, 2h or 2026-11-21T10:15Z.")
  private String from = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "TO",
      description = "Another; by default the newest.")
  private Optional<String> to = Optional.empty();

  @Mixin private final HomeFolder home = new HomeFolder();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many files to name at most, 0 to 1000000; by default 100.")
  private int limit;

  private final Berth berth;

  KnowledgeDiff(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    KnowledgeRun.within("--limit", limit, 0, MOST);
    if (to.isPresent() && home.isNamed()) {
      throw Stop.usage("TO and --home are two things to compare with\nmend: write one of them");
    }
    return KnowledgeRun.of(berth, this::diff);
  }

  private int diff(KnowledgeRun run) throws IOException {
    to.ifPresent(text -> run.point("TO", text));
    KnowledgePlace place = agent.in(run);
    Repository repository = run.repository(place);
    Snapshot before = run.snapshot(place, repository, "FROM", from);
    DiffFacts.Tally tally = new DiffFacts.Tally(limit);
    DiffFacts facts;
    if (home.isNamed()) {
      HomeChanges.count(repository.entries(before.tree()), home.existing(berth.around()), tally);
      facts = tally.facts(place.what(), String.valueOf(before.number()), "home");
    } else {
      Snapshot after =
          to.isPresent()
              ? run.snapshot(place, repository, "TO", to.get())
              : run.newest(place, repository);
      repository.differences(before.tree(), after.tree()).forEachRemaining(tally::add);
      facts =
          tally.facts(
              place.what(), String.valueOf(before.number()), String.valueOf(after.number()));
    }
    run.facts(facts.lines(paint(berth)), facts);
    return Exit.DONE;
  }

  /** Colours a text by its sign, where colours are wanted. */
  static BinaryOperator<String> paint(Berth berth) {
    return (sign, text) -> {
      if (!berth.colored()) {
        return text;
      }
      Paint paint =
          switch (sign) {
            case "+" -> Paint.GREEN;
            case "-" -> Paint.RED;
            default -> Paint.YELLOW;
          };
      return paint.on(text);
    };
  }
}
