package dev.berth.cli;

import dev.berth.deploy.pulumi.Outcome;
import dev.berth.deploy.pulumi.Problem;
import dev.berth.deploy.pulumi.Progress;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.platform.PlatformProgram;
import java.util.List;
import java.util.function.Consumer;

/**
 * Works on stacks one after another and stops at the first that stops.
 *
 * @param again the command that goes on from where a run ended
 */
record StackRuns(Berth berth, PulumiRunner runner, Consent consent, String again) {

  /** What is done with one stack. */
  @FunctionalInterface
  interface Step {
    Outcome run(StackProgram stack, Consumer<Progress> progress);
  }

  /** How often one stack is mended before its problem is believed. */
  private static final int MOST_MENDS = 2;

  /** Looks at every stack and changes none; the exit code. */
  int look(List<StackProgram> stacks, Step step) {
    for (StackProgram stack : stacks) {
      StackView view = new StackView(berth, label(stack), stack.resources());
      Outcome outcome = step.run(stack, ignored -> {});
      if (outcome instanceof Outcome.Stopped stopped) {
        if (!(stopped.problem() instanceof Problem.NoPlatform)) {
          return stopped(stack, stopped.problem(), "Nothing was changed.");
        }
        view.say("known once the platform is up");
      } else {
        view.done((Outcome.Done) outcome);
      }
    }
    return Exit.DONE;
  }

  /** Works on every stack; the exit code. */
  int work(List<StackProgram> stacks, Step step) {
    Journal journal = new Journal(stacks.stream().map(StackRuns::label).toList(), again);
    Interruption interruption =
        Interruption.watched(() -> berth.terminal().complaint("\nInterrupted. " + journal.ended()));
    try {
      for (StackProgram stack : stacks) {
        StackView view = new StackView(berth, label(stack), stack.resources());
        Outcome outcome = mended(stack, step, view, MOST_MENDS);
        view.clear();
        if (outcome instanceof Outcome.Stopped stopped) {
          return stopped(stack, stopped.problem(), journal.ended());
        }
        view.done((Outcome.Done) outcome);
        journal.done();
      }
      return Exit.DONE;
    } finally {
      interruption.over();
    }
  }

  /** Runs, and again after what a killed run left behind is cleared with the user's consent. */
  private Outcome mended(StackProgram stack, Step step, StackView view, int mends) {
    Outcome outcome = step.run(stack, view);
    if (mends == 0 || !(outcome instanceof Outcome.Stopped stopped)) {
      return outcome;
    }
    view.clear();
    Problem problem = stopped.problem();
    Outcome mend;
    if (problem instanceof Problem.Locked locked && locked.holderIsGone()) {
      if (!agreed(stack, problem, "take the lock away")) {
        return outcome;
      }
      mend = runner.unlock(stack);
    } else if (problem instanceof Problem.PendingOperations) {
      if (!agreed(stack, problem, "look what there is and go on")) {
        return outcome;
      }
      mend = runner.refresh(stack, view);
    } else {
      return outcome;
    }
    return mend instanceof Outcome.Stopped ? mend : mended(stack, step, view, mends - 1);
  }

  /** Nothing is mended in silence: with {@code --yes} it is said instead of asked. */
  private boolean agreed(StackProgram stack, Problem problem, String mend) {
    String what = label(stack) + ": " + problem.what();
    if (consent.given()) {
      berth.terminal().note(what + ". Berth will " + mend + ".");
    }
    return consent.to(what + ". Shall Berth " + mend + "?");
  }

  private int stopped(StackProgram stack, Problem problem, String state) {
    berth
        .terminal()
        .complaint(
            "berth: %s: %s\nmend: %s\n%s"
                .formatted(label(stack), problem.what(), problem.mend(), state));
    return problem instanceof Problem.Protected ? Exit.REFUSED : Exit.CLOUD;
  }

  /** {@code dev platform}, {@code dev fleet-00}. */
  static String label(StackProgram stack) {
    if (stack.project().equals(PlatformProgram.PROJECT)) {
      return stack.stack() + " platform";
    }
    int shard = stack.stack().lastIndexOf('-');
    return stack.stack().substring(0, shard) + " fleet" + stack.stack().substring(shard);
  }
}
