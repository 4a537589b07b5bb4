package dev.berth.local.supervise;

import dev.berth.knowledge.work.Refused;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one agent running from one order, on a thread of its own, until it is asked to stop: then
 * it is done for good, and another keeper takes its place when the agent is to run again.
 */
final class Keeper {

  /** So many ends in a row are no accident, though it goes on trying. */
  private static final int SETTLED_AFTER = 3;

  private final AgentOrder order;
  private final AgentFiles files;
  private final Around around;
  private final OwnKnowledge knowledge;
  private final @Nullable Keeper before;
  private final Stopping stopping = new Stopping();
  private final Thread thread;

  private Standing standing = Standing.of(AgentState.STARTING);
  private long standingSince = System.nanoTime();
  private int restarts;
  private volatile @Nullable Run run;
  private volatile int port;
  private volatile String moved = "";
  private volatile String unpushed = "";

  /**
   * @param before the keeper that had the agent until now, which was asked to stop
   */
  Keeper(AgentOrder order, Around around, @Nullable Keeper before) {
    this.order = order;
    this.around = around;
    this.before = before;
    this.files = AgentFiles.of(around.environment(), order);
    this.knowledge = new OwnKnowledge(files, around.clock());
    this.thread = new Thread(this::keep, "agent " + order.id());
    this.thread.setDaemon(true);
  }

  AgentOrder order() {
    return order;
  }

  void start() {
    thread.start();
  }

  /** Asks it to stop; it may be asked again with less patience. */
  void stop(Duration grace) {
    stopping.ask(grace);
  }

  boolean isAskedToStop() {
    return stopping.isAsked();
  }

  /** Whether it runs its agent, or is about to by itself at once. */
  synchronized boolean goesOn() {
    return !stopping.isAsked()
        && standing.state() != AgentState.REFUSED
        && standing.state() != AgentState.WAITING;
  }

  /** Whether nothing of it runs and nothing will. */
  boolean isDone() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  /** Waits until it is done. */
  void join() throws InterruptedException {
    thread.join();
  }

  /** Whether it is ready, or will not get there by itself. */
  synchronized boolean isSettled() {
    return switch (standing.state()) {
      case READY, REFUSED, STOPPED -> true;
      case NOT_READY -> System.nanoTime() - standingSince >= around.pace().settle().toNanos();
      case WAITING -> restarts >= SETTLED_AFTER - 1;
      case STARTING, DRAINING -> false;
    };
  }

  AgentReport report() {
    Keeper earlier = before;
    if (earlier != null && !earlier.isDone()) {
      return earlier.report();
    }
    Standing now;
    int again;
    synchronized (this) {
      now = standing;
      again = restarts;
    }
    Optional<Run> running = Optional.ofNullable(run).filter(Run::isAlive);
    return new AgentReport(
        order.id(),
        now.state(),
        now.why().isEmpty() ? notes() : now.why(),
        now.mend(),
        port,
        running.map(Run::pid).orElse(0L),
        running.map(Run::residentBytes).orElse(0L),
        order.memoryBytes(),
        order.version(),
        running.map(Run::upSeconds).orElse(0L),
        again,
        DiskReports.pushedSecondsAgo(files.agent(), around.clock()));
  }

  /** What is worth knowing although it runs. */
  private String notes() {
    return moved.isEmpty() || unpushed.isEmpty() ? moved + unpushed : moved + "; " + unpushed;
  }

  void stand(Standing next) {
    synchronized (this) {
      if (next.equals(standing)) {
        return;
      }
      standing = next;
      standingSince = System.nanoTime();
    }
    around
        .lines()
        .accept(order.id() + " " + next.state() + (next.why().isEmpty() ? "" : ": " + next.why()));
    around.heard().accept(this);
  }

  private void keep() {
    Standing end = Standing.of(AgentState.STOPPED, "it was stopped");
    try {
      if (before != null) {
        before.join();
      }
      PrivateFiles.folder(files.agent().home());
      try (ProcessLock lock = ProcessLock.take(files.agent().lock())) {
        if (lock.isTaken()) {
          end = keepLocked();
        } else {
          refuse(
              Ending.refused(
                  "another supervisor runs it from the same folder, " + files.agent().home(),
                  "see which: berth status --env ENVIRONMENT of the other checkout"));
        }
      }
    } catch (IOException disk) {
      refuse(Ending.refused(Words.of(disk), "see that the folder can be written and has room"));
    } catch (RuntimeException | LinkageError bug) {
      refuse(Ending.refused(Words.bug(bug), "please report it"));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      stand(end);
    }
  }

  private void refuse(Ending ending) {
    stand(Standing.of(AgentState.REFUSED, ending));
    stopping.await();
  }

  /** Returns, once asked to stop, how it stopped. */
  private Standing keepLocked() throws InterruptedException {
    BackOff backOff = new BackOff(around.pace());
    while (!stopping.isAsked()) {
      long started = System.nanoTime();
      Ending ending = once();
      if (stopping.isAsked()) {
        return Standing.of(AgentState.STOPPED, ending);
      }
      if (ending.refused()) {
        refuse(ending);
        break;
      }
      Duration wait = backOff.after(Duration.ofNanos(System.nanoTime() - started));
      stand(
          new Standing(
              AgentState.WAITING,
              ending.why() + "; it is started again after " + Words.seconds(wait),
              ending.mend()));
      if (!stopping.within(wait)) {
        synchronized (this) {
          restarts++;
        }
      }
    }
    return Standing.of(AgentState.STOPPED, "it was stopped");
  }

  /** From its files to its last push. */
  private Ending once() throws InterruptedException {
    stand(Standing.of(AgentState.STARTING));
    try {
      Optional<Ending> hindrance = prepare();
      if (hindrance.isPresent()) {
        return hindrance.get();
      }
      GatewayPort chosen = GatewayPort.of(around.environment(), files.agent());
      port = chosen.number();
      moved =
          chosen.insteadOf() == 0
              ? ""
              : "its port %d was taken, so that it has %d from now on"
                  .formatted(chosen.insteadOf(), chosen.number());
      GatewayStart start =
          new GatewayStart(
              order,
              files.agent(),
              port,
              files.token(),
              order.echo() ? around.echoPort().getAsInt() : 0,
              around.echoKey());
      if (!start.missing().isEmpty()) {
        String names = String.join(", ", start.missing());
        return Ending.refused(
            "its configuration asks for " + names + ", which has no value",
            "write " + start.missing().first() + "=... into .env, then: berth up " + order.id());
      }
      Run fresh = Run.start(start, around.pace());
      run = fresh;
      try {
        return fresh.watch(this, stopping, this::pushBesides);
      } finally {
        push();
        fresh.forget();
      }
    } catch (IOException disk) {
      return Words.ending(disk);
    }
  }

  /** Files and knowledge; what is in the way of a start. */
  private Optional<Ending> prepare() throws IOException, InterruptedException {
    Orphan.end(files.agent(), stopping.graceOr(around.pace().drain()));
    files.layOut();
    try {
      knowledge.pull();
    } catch (Refused refused) {
      return Optional.of(Ending.passing("its knowledge: " + refused.sentence(), refused.mend()));
    }
    files.placeSoul();
    return Optional.empty();
  }

  private void pushBesides() {
    around.pushes().execute(this::push);
  }

  private void push() {
    try {
      knowledge.push();
      unpushed = "";
    } catch (IOException failed) {
      unpushed = "its knowledge was not pushed: " + Words.of(failed);
      around.lines().accept(order.id() + " " + unpushed);
    } catch (Refused refused) {
      unpushed = "its knowledge was not pushed: " + refused.sentence();
      around.lines().accept(order.id() + " " + unpushed + "; mend: " + refused.mend());
    } catch (RuntimeException | LinkageError bug) {
      // What it learned is still in its workspace, and it must come to its end.
      unpushed = "its knowledge was not pushed: " + Words.bug(bug);
      around.lines().accept(order.id() + " " + unpushed);
    }
  }
}
