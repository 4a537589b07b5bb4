package dev.berth.cli;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import dev.berth.local.gateway.Turn;
import dev.berth.local.place.EnvironmentFolder;
import dev.berth.local.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A machine that starts nothing: agents are reports, which a test may have end badly. */
final class FakeLaptop implements Supervisor {

  private static final long GIBIBYTE = 1L << 30;

  final Path state;
  final List<AgentOrder> orders = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  /** What becomes of an agent in place of being ready. */
  final Map<String, AgentReport> bad = new HashMap<>();

  /** What every turn becomes; the words that were asked are said again when there is none. */
  @Nullable Turn turn;

  @Nullable IOException broken;
  Optional<Long> memoryAvailableBytes = Optional.of(64 * GIBIBYTE);
  private final TreeMap<String, AgentReport> reports = new TreeMap<>();
  private int port = 41000;

  /** What a log's reader finds each time it waits; it waits no more when there is nothing left. */
  final List<Runnable> pauses = new ArrayList<>();

  FakeLaptop(Path state) {
    this.state = state;
  }

  /** One whose files are beside a folder. */
  static FakeLaptop beside(Path folder) {
    return new FakeLaptop(folder.resolveSibling(folder.getFileName() + "-state"));
  }

  LaptopParts parts() {
    return new LaptopParts(
        new Places(state, state.resolve("tools")),
        this::at,
        (version, progress) -> {
          progress.accept("Installing OpenClaw " + version + " ...");
          return new LaptopParts.Tool(Path.of("/tools/node"), Path.of("/tools/openclaw.mjs"));
        },
        this::turn,
        () -> memoryAvailableBytes,
        () -> {
          if (pauses.isEmpty()) {
            return false;
          }
          pauses.remove(0).run();
          return true;
        });
  }

  private Supervisor at(EnvironmentFolder folder) {
    try {
      Files.createDirectories(folder.folder());
    } catch (IOException unwritable) {
      throw new AssertionError(unwritable);
    }
    return this;
  }

  private Turn turn(
      int at,
      Path token,
      String agent,
      String words,
      Optional<String> conversation,
      Duration mostSilence,
      Consumer<String> heard) {
    calls.add(
        "ask %d %s %s%s"
            .formatted(
                at,
                token.getFileName(),
                agent,
                conversation.map(name -> " in " + name).orElse("")));
    Turn now = turn == null ? new Turn.Answered("You said: " + words, "stop") : turn;
    now.text().codePoints().forEach(each -> heard.accept(Character.toString(each)));
    return now;
  }

  static AgentReport report(
      String id, AgentState state, String why, String mend, int port, long pid) {
    return new AgentReport(
        id,
        state,
        why,
        mend,
        port,
        pid,
        pid == 0 ? 0 : 703L << 20,
        2 * GIBIBYTE,
        "2026.9.6",
        pid == 0 ? 0 : 242,
        0,
        pushed(state, pid));
  }

  private static Optional<Long> pushed(AgentState state, long pid) {
    if (state == AgentState.STOPPED) {
      return Optional.of(0L);
    }
    return pid == 0 ? Optional.empty() : Optional.of(121L);
  }

  private void tell(AgentReport report, Consumer<AgentReport> heard) {
    reports.put(report.id(), report);
    heard.accept(report);
  }

  @Override
  public List<AgentReport> up(List<AgentOrder> asked, Consumer<AgentReport> heard)
      throws IOException {
    if (broken != null) {
      throw broken;
    }
    orders.addAll(asked);
    List<AgentReport> after = new ArrayList<>();
    for (AgentOrder order : asked) {
      calls.add("up " + order.id());
      AgentReport had = reports.get(order.id());
      if (had == null || had.state() != AgentState.READY) {
        port++;
        tell(report(order.id(), AgentState.STARTING, "", "", port, 0), heard);
        AgentReport end = bad.get(order.id());
        tell(end != null ? end : report(order.id(), AgentState.READY, "", "", port, port), heard);
      }
      after.add(reports.get(order.id()));
    }
    Files.writeString(new EnvironmentFolder(environment()).supervisor(), "{}");
    return after;
  }

  private Path environment() throws IOException {
    try (var folders = Files.list(state)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Override
  public List<AgentReport> status() throws IOException {
    if (broken != null) {
      throw broken;
    }
    return List.copyOf(reports.values());
  }

  @Override
  public List<AgentReport> restart(List<String> ids, Duration grace, Consumer<AgentReport> heard) {
    ids.forEach(
        id -> {
          calls.add("restart " + id + " " + grace);
          tell(report(id, AgentState.DRAINING, "", "", port, port), heard);
          tell(report(id, AgentState.READY, "", "", port, port), heard);
        });
    return ids.stream().map(reports::get).toList();
  }

  @Override
  public List<AgentReport> down(List<String> ids, Duration grace, Consumer<AgentReport> heard) {
    ids.forEach(
        id -> {
          calls.add("down " + id + " " + grace);
          tell(report(id, AgentState.DRAINING, "it ends a turn", "", port, port), heard);
          AgentReport end = bad.get(id);
          tell(end != null ? end : report(id, AgentState.STOPPED, "", "", port, 0), heard);
        });
    return ids.stream().map(reports::get).toList();
  }
}
