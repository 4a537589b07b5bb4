package dev.berth.cli.mutation;

import java.util.function.Consumer;

/**
 * One thing taken away from, or changed in, what is rendered.
 *
 * @param name as a report on scanners named it, so that the two can be held against each other
 * @param seen whether kube-score, checkov, trivy or Pod Security noticed it there
 * @param rule the id of the rule that must go red; empty for one that harms nothing
 * @param why it harms nothing; empty otherwise
 * @param first what must be added before there is something to change
 */
record Mutation(
    String name,
    boolean seen,
    String rule,
    String why,
    Consumer<Mutant> first,
    Consumer<Mutant> change) {

  private static final Consumer<Mutant> NOTHING = mutant -> {};

  /** One that some scanner notices too. */
  static Mutation seen(String name, String rule, Consumer<Mutant> change) {
    return new Mutation(name, true, rule, "", NOTHING, change);
  }

  /** One that no scanner notices. */
  static Mutation unseen(String name, String rule, Consumer<Mutant> change) {
    return new Mutation(name, false, rule, "", NOTHING, change);
  }

  /** The same, if it opens nothing. */
  Mutation harmless(String reason) {
    return new Mutation(name, seen, "", reason, first, change);
  }

  /** The same, in a fleet that has this too. */
  Mutation with(Consumer<Mutant> added) {
    return new Mutation(name, seen, rule, why, added, change);
  }
}
