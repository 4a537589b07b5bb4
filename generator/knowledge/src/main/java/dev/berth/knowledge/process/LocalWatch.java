package dev.berth.knowledge.process;

import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The watch of the pod for a program that opens stores itself: pushes at a pace, and once more when
 * the process is asked to stop.
 *
 * @param lines where each line of the log goes
 * @param signals is handed who hears SIGTERM and SIGINT from then on
 * @param end ends the process with an exit code, whatever else runs
 */
public record LocalWatch(
    Clock clock, Consumer<String> lines, Consumer<IntConsumer> signals, IntConsumer end) {

  /** With the signals of this process. */
  public static LocalWatch ofThisProcess(Clock clock, Consumer<String> lines) {
    return new LocalWatch(clock, lines, Signals::heard, code -> Runtime.getRuntime().halt(code));
  }

  /**
   * Watches until a signal comes.
   *
   * @return 0 when the last push ended well, else 3
   */
  public int run(Knowledge knowledge, WorkingCopy copy, Duration every) {
    Log log = new Log(Log.Form.PLAIN, clock, lines);
    StopSignal stop = new StopSignal();
    LastWords lastWords = new LastWords(stop, LastWords.PATIENCE, log, end);
    signals.accept(lastWords::hear);
    try {
      Own own = new Own(knowledge, copy);
      return new Watch(own, new Rhythm(every, own.writer()), clock, stop, log).run();
    } finally {
      lastWords.said();
    }
  }

  /** One agent's knowledge without shared folders. */
  private record Own(Knowledge knowledge, WorkingCopy copy) implements AgentKnowledge {

    @Override
    public Moved pull(boolean claim) throws IOException, Refused {
      return knowledge.pull(copy, claim, false);
    }

    @Override
    public Moved push() throws IOException, Refused {
      return knowledge.push(copy, false, false);
    }

    @Override
    public List<SharedFolder> shared() {
      return List.of();
    }

    @Override
    public Moved refresh(SharedFolder folder) {
      throw new IllegalArgumentException("not a folder of this agent");
    }

    @Override
    public String writer() {
      return knowledge.repository().store().url();
    }

    @Override
    public void close() {
      // Whoever opened the store closes it.
    }
  }
}
