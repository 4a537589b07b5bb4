package dev.berth.local.control;

/** What an agent of this machine is doing. */
public enum AgentState {
  /** Its knowledge is pulled, or its gateway does not answer yet. */
  STARTING,
  /** Its gateway takes turns. */
  READY,
  /** Its gateway lives, and says why it takes no turns. */
  NOT_READY,
  /** It was asked to stop, and ends what it is doing. */
  DRAINING,
  /** It ended by itself, and is started again after a while. */
  WAITING,
  /** It ended by itself in a way that starting it again does not mend. */
  REFUSED,
  /** Nothing of it runs. */
  STOPPED
}
