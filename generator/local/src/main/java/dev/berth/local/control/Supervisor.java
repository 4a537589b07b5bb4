package dev.berth.local.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the agents of one environment running on this machine. Everything may be asked again:
 * starting what runs and stopping what does not are done at once.
 */
public interface Supervisor {

  /**
   * Starts agents, or leaves those alone that run from the very same order; one that runs from
   * another is drained and started anew. When the caller dies before this returns, what it started
   * is stopped.
   *
   * @param heard is told of every change of each
   * @return when each is ready, or is known not to get there by itself; in the order of {@code
   *     orders}
   * @throws IOException when no supervisor could be started, or it died
   */
  List<AgentReport> up(List<AgentOrder> orders, Consumer<AgentReport> heard) throws IOException;

  /** All it knows of, sorted; of an environment that nothing runs in, what is on the disk. */
  List<AgentReport> status() throws IOException;

  /**
   * Drains agents and starts them again from the orders they had.
   *
   * @param ids of those that run; empty for all
   * @param grace how long each may drain before it is killed
   */
  List<AgentReport> restart(List<String> ids, Duration grace, Consumer<AgentReport> heard)
      throws IOException;

  /**
   * Drains agents and pushes what they learned; the supervisor ends with its last agent.
   *
   * @param ids of those to stop; empty for all
   * @param grace how long each may drain before it is killed
   */
  List<AgentReport> down(List<String> ids, Duration grace, Consumer<AgentReport> heard)
      throws IOException;
}
