package dev.berth.cli;

import dev.berth.cli.laptop.RunningText;
import dev.berth.cli.print.Wrapped;
import dev.berth.local.control.AgentReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/**
 * Shows agents that start or stop: a changing line each on a terminal, one line an event otherwise.
 * The supervisor tells its events from a thread of its own.
 */
final class LaptopView implements Consumer<AgentReport>, AutoCloseable {

  /** What the agents are about to do. */
  enum Doing {
    STARTING("Interrupted. What this has started is stopped again."),
    STOPPING("Interrupted. What is draining goes on to its end.");

    private final String lastWords;

    Doing(String lastWords) {
      this.lastWords = lastWords;
    }
  }

  private static final long MILLISECONDS_A_DRAW = 1000;
  private static final String UP = "\u001b[%dA";
  private static final String TO_THE_END = "\u001b[0J";

  private final Berth berth;
  private final boolean text;
  private final boolean live;
  private final int width;
  private final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, Long> since = new LinkedHashMap<>();
  private final Interruption interruption;
  private final Timer clock;
  private int drawn;

  private LaptopView(Berth berth, List<String> agents, Doing doing) {
    this.berth = berth;
    this.text = berth.format() == Format.TEXT && !berth.quiet();
    this.live = text && berth.around().terminal();
    this.width = RunningText.width(agents);
    this.interruption =
        Interruption.watched(() -> berth.terminal().complaint("\n" + doing.lastWords));
    this.clock = new Timer("view", true);
    if (live) {
      agents.forEach(agent -> events.put(agent, "waiting"));
      clock.schedule(
          new TimerTask() {
            @Override
            public void run() {
              draw();
            }
          },
          MILLISECONDS_A_DRAW,
          MILLISECONDS_A_DRAW);
    }
  }

  /** Of agents that were reported before. */
  static LaptopView of(Berth berth, List<AgentReport> agents, Doing doing) {
    return named(berth, agents.stream().map(AgentReport::id).toList(), doing);
  }

  static LaptopView named(Berth berth, List<String> agents, Doing doing) {
    return new LaptopView(berth, agents, doing);
  }

  @Override
  public synchronized void accept(AgentReport report) {
    String event = RunningText.event(report);
    if (event.equals(events.put(report.id(), event))) {
      return;
    }
    since.put(report.id(), System.nanoTime());
    if (live) {
      draw();
    } else if (text) {
      berth.terminal().note("  " + RunningText.padded(report.id(), width) + "  ", event);
      berth.around().out().flush();
    }
  }

  private synchronized void draw() {
    StringBuilder all = new StringBuilder(erased());
    for (Map.Entry<String, String> each : events.entrySet()) {
      String line = "  " + RunningText.padded(each.getKey(), width) + "  " + each.getValue();
      Long from = since.get(each.getKey());
      if (from != null && !each.getValue().startsWith("ready")) {
        line += "  %d s".formatted(Duration.ofNanos(System.nanoTime() - from).toSeconds());
      }
      all.append(line, 0, Math.min(line.length(), Wrapped.COLUMNS - 1)).append('\n');
    }
    drawn = events.size();
    berth.around().out().print(all);
    berth.around().out().flush();
  }

  private String erased() {
    return drawn == 0 ? "" : UP.formatted(drawn) + "\r" + TO_THE_END;
  }

  /** Takes the changing lines away: what became of each is said after them. */
  @Override
  public void close() {
    clock.cancel();
    interruption.over();
    synchronized (this) {
      if (live && drawn > 0) {
        berth.around().out().print(erased());
        berth.around().out().flush();
        drawn = 0;
      }
    }
  }
}
