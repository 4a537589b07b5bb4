package dev.berth.deploy.pulumi;

import java.util.function.Consumer;

/** What can be done with a stack. Every call says how it ended; none throws for a user's cloud. */
public interface PulumiRunner {

  /** What {@link #up} would change; changes nothing. */
  Outcome preview(StackProgram stack, Consumer<Progress> progress);

  /** Makes it so. Refuses while operations of a killed run are open: see {@link #refresh}. */
  Outcome up(StackProgram stack, Consumer<Progress> progress);

  /** What {@link #destroy} would take away; changes nothing. */
  Outcome previewDestroy(StackProgram stack, Consumer<Progress> progress);

  /**
   * Takes everything of the stack away, or nothing: the engine alone would delete what is beside a
   * protected resource before it comes to that and refuses, so a preview always goes first.
   */
  Outcome destroy(StackProgram stack, Consumer<Progress> progress);

  /** Reads what really exists into the state, and forgets open operations of a killed run. */
  Outcome refresh(StackProgram stack, Consumer<Progress> progress);

  /**
   * Takes the stack's lock away. Only after {@link Problem.Locked#holderIsGone}: whoever still runs
   * would go on writing.
   */
  Outcome unlock(StackProgram stack);
}
