package dev.berth.local.supervise;

import dev.berth.local.control.AgentState;

/**
 * How an agent stands.
 *
 * @param why a sentence, or empty
 * @param mend what to do about it, or empty
 */
record Standing(AgentState state, String why, String mend) {

  static Standing of(AgentState state) {
    return new Standing(state, "", "");
  }

  static Standing of(AgentState state, String why) {
    return new Standing(state, why, "");
  }

  static Standing of(AgentState state, Ending ending) {
    return new Standing(state, ending.why(), ending.mend());
  }
}
