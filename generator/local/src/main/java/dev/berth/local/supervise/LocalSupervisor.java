package dev.berth.local.supervise;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.control.Supervisor;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The supervisor of an environment of this machine, started when it is first needed. */
public final class LocalSupervisor implements Supervisor {

  private final EnvironmentFolder environment;
  private final Clock clock;
  private final Connection connection;

  private LocalSupervisor(EnvironmentFolder environment, Map<String, String> around, Clock clock) {
    this.environment = environment;
    this.clock = clock;
    this.connection = new Connection(environment, new Launch(environment, around));
  }

  /**
   * The one of an environment.
   *
   * @param around the variables of whoever asks; what language, time and network need of them is
   *     handed on, and nothing else
   */
  public static LocalSupervisor of(EnvironmentFolder environment, Map<String, String> around) {
    return new LocalSupervisor(environment, around, Clock.systemUTC());
  }

  @Override
  public List<AgentReport> up(List<AgentOrder> orders, Consumer<AgentReport> heard)
      throws IOException {
    if (orders.isEmpty()) {
      return List.of();
    }
    return connection.begin(Wire.UP, new Wire.Orders(orders), heard);
  }

  @Override
  public List<AgentReport> status() throws IOException {
    Map<String, AgentReport> reports = onDisk();
    connection
        .ask(Wire.STATUS, List.of(), report -> {})
        .ifPresent(running -> running.forEach(each -> reports.put(each.id(), each)));
    return List.copyOf(reports.values());
  }

  @Override
  public List<AgentReport> restart(List<String> ids, Duration grace, Consumer<AgentReport> heard)
      throws IOException {
    Wire.Some some = new Wire.Some(ids, grace.toMillis());
    Map<String, AgentReport> done = new LinkedHashMap<>();
    connection
        .ask(Wire.RESTART, some, heard)
        .ifPresent(reports -> reports.forEach(each -> done.put(each.id(), each)));
    Map<String, AgentReport> disk = onDisk();
    for (String id : ids) {
      done.putIfAbsent(id, stopped(id, disk));
    }
    return List.copyOf(done.values());
  }

  @Override
  public List<AgentReport> down(List<String> ids, Duration grace, Consumer<AgentReport> heard)
      throws IOException {
    Map<String, AgentReport> done = new TreeMap<>();
    connection
        .ask(Wire.DOWN, new Wire.Some(ids, grace.toMillis()), heard)
        .ifPresent(reports -> reports.forEach(each -> done.put(each.id(), each)));
    for (Map.Entry<String, AgentFolder> each : AgentFolders.of(environment).entrySet()) {
      String id = each.getKey();
      if ((ids.isEmpty() || ids.contains(id)) && !done.containsKey(id)) {
        endOrphan(each.getValue(), grace);
        AgentReport report = DiskReports.of(id, each.getValue(), clock);
        done.put(id, report);
        heard.accept(report);
      }
    }
    if (ids.isEmpty()) {
      connection.awaitEnd();
    }
    return List.copyOf(done.values());
  }

  private static void endOrphan(AgentFolder folder, Duration grace) throws IOException {
    try {
      Orphan.end(folder, grace);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, AgentReport> onDisk() throws IOException {
    Map<String, AgentReport> reports = new TreeMap<>();
    for (Map.Entry<String, AgentFolder> each : AgentFolders.of(environment).entrySet()) {
      reports.put(each.getKey(), DiskReports.of(each.getKey(), each.getValue(), clock));
    }
    return reports;
  }

  private static AgentReport stopped(String id, Map<String, AgentReport> disk) {
    AgentReport was = disk.get(id);
    return new AgentReport(
        id,
        AgentState.STOPPED,
        "it does not run, so that there is nothing to restart",
        "berth up " + id,
        was == null ? 0 : was.port(),
        0,
        0,
        0,
        "",
        0,
        0,
        was == null ? Optional.empty() : was.pushedSecondsAgo());
  }
}
