package dev.berth.local.supervise;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All agents of one supervisor, by their ids. It ends when it has none left. */
final class Roster {

  /** A supervisor that nobody asked for anything ends by itself after so long. */
  private static final Duration UNASKED = Duration.ofSeconds(60);

  private final Map<String, Keeper> keepers = new TreeMap<>();
  private final Set<Consumer<Keeper>> listeners = new CopyOnWriteArraySet<>();
  private int requests;
  private boolean closed;

  /**
   * Keepers that one request is about.
   *
   * @param all in the order that was asked for
   * @param started of these, those that the request started
   */
  record Asked(List<Keeper> all, List<Keeper> started) {}

  /** Makes a keeper; the last argument is the one whose place it takes. */
  interface Making {
    Keeper keeper(AgentOrder order, @Nullable Keeper before);
  }

  /** Is told of every change of every agent. */
  void changed(Keeper keeper) {
    listeners.forEach(each -> each.accept(keeper));
  }

  void listen(Consumer<Keeper> listener) {
    listeners.add(listener);
  }

  void unlisten(Consumer<Keeper> listener) {
    listeners.remove(listener);
  }

  /** Runs agents from these orders; one that runs from the very same order is left alone. */
  synchronized Asked up(List<AgentOrder> orders, Duration grace, Making making) {
    List<Keeper> all = new ArrayList<>();
    List<Keeper> started = new ArrayList<>();
    for (AgentOrder order : orders) {
      Keeper now = keepers.get(order.id());
      if (now != null && now.order().equals(order) && now.goesOn()) {
        all.add(now);
      } else {
        Keeper fresh = replace(order, now, grace, making);
        all.add(fresh);
        started.add(fresh);
      }
    }
    return new Asked(all, started);
  }

  /** Stops agents and runs them again from their orders. */
  synchronized Asked restart(List<String> ids, Duration grace, Making making) {
    List<Keeper> fresh = new ArrayList<>();
    for (Keeper now : of(ids)) {
      if (!now.isAskedToStop()) {
        fresh.add(replace(now.order(), now, grace, making));
      }
    }
    return new Asked(fresh, fresh);
  }

  /** Stops agents. */
  synchronized Asked down(List<String> ids, Duration grace) {
    List<Keeper> stopped = of(ids);
    stopped.forEach(each -> each.stop(grace));
    return new Asked(stopped, List.of());
  }

  private Keeper replace(AgentOrder order, @Nullable Keeper now, Duration grace, Making making) {
    if (now != null) {
      now.stop(grace);
    }
    Keeper fresh = making.keeper(order, now);
    keepers.put(order.id(), fresh);
    fresh.start();
    return fresh;
  }

  private List<Keeper> of(List<String> ids) {
    return keepers.entrySet().stream()
        .filter(each -> ids.isEmpty() || ids.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  synchronized List<AgentReport> reports() {
    return keepers.values().stream().map(Keeper::report).toList();
  }

  /** Begins a request; false when this supervisor is about to end. */
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    requests++;
    return true;
  }

  synchronized void leave() {
    requests--;
    notifyAll();
  }

  /** Waits until nothing runs and nobody asks; from then on nobody is let in. */
  synchronized void awaitEnd() throws InterruptedException {
    long unaskedUntil = System.nanoTime() + UNASKED.toNanos();
    boolean used = false;
    while (true) {
      keepers.values().removeIf(keeper -> keeper.isAskedToStop() && keeper.isDone());
      used |= requests > 0 || !keepers.isEmpty();
      boolean idle = requests == 0 && keepers.isEmpty();
      if (idle && (used || System.nanoTime() - unaskedUntil > 0)) {
        closed = true;
        return;
      }
      TimeUnit.MILLISECONDS.timedWait(this, 200);
    }
  }

  /** Stops everything and waits for it; nobody is let in any more. */
  void close(Duration grace) throws InterruptedException {
    Map<String, Keeper> last;
    synchronized (this) {
      closed = true;
      last = new LinkedHashMap<>(keepers);
    }
    last.values().forEach(each -> each.stop(grace));
    for (Keeper each : last.values()) {
      each.join();
    }
  }
}
