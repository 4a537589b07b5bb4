package dev.berth.cli;

import dev.berth.cli.print.Count;
import dev.berth.model.Fleet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code berth check}. */
@Command(
    name = "check",
    description = "Report everything that is wrong with what is declared.",
    footer = {"", "Examples:", "  berth check", "  berth check --format sarif > berth.sarif"})
final class Check implements Callable<Integer> {

  private final Berth berth;

  Check(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Declarations declared = Declarations.of(berth);
    return declared.whenRight(fleet -> right(declared, fleet));
  }

  private int right(Declarations declared, Fleet fleet) {
    if (berth.format() == Format.TEXT) {
      berth
          .terminal()
          .note(
              "%s in %s and %s: nothing is wrong."
                  .formatted(
                      Count.of(fleet.agents().size(), "agent"),
                      Count.of(fleet.teams().size(), "team"),
                      Count.of(fleet.environments().size(), "environment")));
    } else {
      berth
          .terminal()
          .result(berth.workshop().report(berth.format(), false, List.of(), declared.sources()));
    }
    return Exit.DONE;
  }
}
