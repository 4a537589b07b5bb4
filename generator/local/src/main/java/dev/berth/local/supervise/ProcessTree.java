package dev.berth.local.supervise;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process and all that descend from it, those included whose parent has died since they were last
 * looked for.
 */
final class ProcessTree {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final ProcessHandle root;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  ProcessHandle root() {
    return root;
  }

  /** Those that live now, the root first. */
  synchronized List<ProcessHandle> members() {
    seen.removeIf(each -> !each.isAlive());
    for (ProcessHandle each : List.copyOf(seen)) {
      each.descendants().forEach(seen::add);
    }
    root.descendants().forEach(seen::add);
    List<ProcessHandle> members = new java.util.ArrayList<>();
    if (root.isAlive()) {
      members.add(root);
    }
    members.addAll(seen);
    return members;
  }

  /** What all of them hold in memory; 0 when this machine does not say. */
  long residentBytes() {
    return ResidentMemory.bytes(members().stream().map(ProcessHandle::pid).toList());
  }

  /**
   * Asks the root to end, waits, and then ends whatever is left.
   *
   * @return whether the root ended by itself
   */
  boolean end(Duration grace) throws InterruptedException {
    members();
    root.destroy();
    boolean ended = within(grace);
    kill();
    return ended;
  }

  /** Ends all of them at once. */
  void kill() throws InterruptedException {
    root.destroyForcibly();
    within(Duration.ofSeconds(10));
    members().forEach(ProcessHandle::destroyForcibly);
  }

  private boolean within(Duration grace) throws InterruptedException {
    long until = System.nanoTime() + grace.toNanos();
    ProcessMark mark = ProcessMark.of(root);
    CompletableFuture<ProcessHandle> exit = root.onExit();
    // An orphan that nobody buries has ended, and Java waits for it all the same.
    while (mark.alive().isPresent()) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      if (isOver(exit, Math.min(left, LOOK.toNanos()))) {
        return true;
      }
    }
    return true;
  }

  private static boolean isOver(CompletableFuture<ProcessHandle> exit, long nanos)
      throws InterruptedException {
    try {
      exit.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
