package dev.berth.knowledge.process;

import java.io.IOException;

/** Finds an agent's knowledge; a test puts a double in its place. */
interface Source {

  /**
   * Opens the stores; asks them nothing yet.
   *
   * @param writer what the writer of this working copy is called, {@code support-customer}; empty
   *     when it has its name already
   * @throws UsageProblem when a store's URL is none
   */
  AgentKnowledge open(Where where, String writer) throws IOException, UsageProblem;
}
