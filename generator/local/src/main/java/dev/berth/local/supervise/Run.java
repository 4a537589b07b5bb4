package dev.berth.local.supervise;

import dev.berth.local.control.AgentState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of one gateway, from its start to its end. */
final class Run {

  /** A drain that takes longer is told of. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  /** What Telegram's connection keeps a gateway from ending when it is out of reach; measured. */
  private static final String TELEGRAM =
      "; a Telegram that cannot be reached keeps it for up to 325 s";

  private final GatewayStart start;
  private final Pace pace;
  private final Process process;
  private final ProcessTree tree;
  private final GatewayLog log;
  private final Thread pump;
  private final long startedNanos = System.nanoTime();
  private volatile long residentBytes;

  private Run(GatewayStart start, Pace pace, Process process) {
    this.start = start;
    this.pace = pace;
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    List<String> secrets = new ArrayList<>(start.order().secrets().values());
    secrets.add(start.token());
    secrets.add(start.echoKey());
    this.log = new GatewayLog(start.folder().log(), new Mask(secrets), GatewayLog.MOST_BYTES);
    this.pump = new Thread(() -> log.pump(process.getInputStream()), "log " + start.order().id());
    pump.setDaemon(true);
  }

  /** Starts it; that it runs is written down before anything else can fail. */
  static Run start(GatewayStart start, Pace pace) throws IOException {
    Files.deleteIfExists(start.folder().process());
    if (Files.exists(start.folder().log())) {
      PrivateFiles.mode(start.folder().log(), PrivateFiles.OWN);
    }
    Process process = start.start();
    Run run = new Run(start, pace, process);
    try {
      Orphan.write(start.folder(), ProcessMark.of(process.toHandle()), start.order().version());
    } catch (IOException disk) {
      process.destroyForcibly();
      throw disk;
    }
    run.pump.start();
    return run;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  long residentBytes() {
    return residentBytes;
  }

  long upSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos);
  }

  /** It ended, and so did all it started. */
  void forget() throws IOException {
    Files.deleteIfExists(start.folder().process());
  }

  /**
   * Tells its keeper how it stands until it has ended.
   *
   * @param stopping ends it
   * @param push is called when it is time
   */
  Ending watch(Keeper keeper, Stopping stopping, Runnable push) throws InterruptedException {
    Due look = new Due(pace.look());
    Due weigh = new Due(pace.weigh());
    Due pushes = new Due(pace.push());
    Probe probe = new Probe(start.port(), start.token());
    boolean answered = false;
    // The keeper waits for this process and for its wish to stop at once.
    CompletableFuture<Void> ended = process.onExit().thenRun(stopping::wake);
    while (process.isAlive()) {
      if (stopping.isAsked()) {
        return drain(keeper, stopping);
      }
      if (weigh.isNow()) {
        residentBytes = tree.residentBytes();
        if (residentBytes > start.order().memoryBytes()) {
          return tooLarge(keeper);
        }
      }
      if (pushes.isNow()) {
        push.run();
      }
      if (look.isNow()) {
        Probe.Answer answer = probe.look();
        answered |= answer.stage() != Probe.Stage.SILENT;
        if (!answered && upSeconds() > pace.start().toSeconds()) {
          tree.end(pace.drain());
          return Ending.passing("it did not start within " + Words.seconds(pace.start()), "");
        }
        if (process.isAlive() && !stopping.isAsked()) {
          keeper.stand(standing(answer, answered));
          if (answer.stage() == Probe.Stage.READY) {
            if (residentBytes == 0) {
              residentBytes = tree.residentBytes();
            }
            look.every(pace.lookAgain());
          } else {
            look.every(pace.look());
          }
        }
      }
      if (process.isAlive()) {
        stopping.pause(look.sooner(weigh).sooner(pushes).left());
      }
    }
    ended.cancel(false);
    tree.kill();
    return ending();
  }

  private static Standing standing(Probe.Answer answer, boolean answered) {
    return switch (answer.stage()) {
      case READY -> Standing.of(AgentState.READY);
      case FAILING ->
          Standing.of(
              AgentState.NOT_READY,
              answer.failing().isEmpty()
                  ? "it has started, and is not ready yet"
                  : "not ready: " + String.join(", ", answer.failing()));
      case SILENT ->
          answered
              ? Standing.of(AgentState.NOT_READY, "its gateway does not answer")
              : Standing.of(AgentState.STARTING);
    };
  }

  private Ending drain(Keeper keeper, Stopping stopping) throws InterruptedException {
    keeper.stand(Standing.of(AgentState.DRAINING));
    long asked = System.nanoTime();
    tree.members();
    // Once: OpenClaw hears no second.
    process.destroy();
    while (process.isAlive() && !stopping.graceOr(Duration.ZERO).isZero()) {
      Duration taken = Duration.ofNanos(System.nanoTime() - asked);
      if (taken.compareTo(SLOW) > 0) {
        keeper.stand(Standing.of(AgentState.DRAINING, "it ends what it is doing" + slowly()));
      }
      stopping.pause(shorter(stopping.graceOr(Duration.ZERO), Duration.ofSeconds(1)));
    }
    boolean ended = !process.isAlive();
    Duration taken = Duration.ofNanos(System.nanoTime() - asked);
    tree.kill();
    residentBytes = 0;
    if (!ended) {
      return Ending.passing(
          "it was killed, as it had not ended after " + Words.seconds(taken) + slowly(), "");
    }
    return Ending.passing(
        taken.compareTo(SLOW) > 0
            ? "it was stopped, and took " + Words.seconds(taken) + slowly()
            : "it was stopped",
        "");
  }

  private String slowly() {
    return start.order().configuration().contains("\"telegram\"") ? TELEGRAM : "";
  }

  private Ending tooLarge(Keeper keeper) throws InterruptedException {
    String why =
        "it held %d MiB of memory and may hold %d"
            .formatted(residentBytes >> 20, start.order().memoryBytes() >> 20);
    keeper.stand(Standing.of(AgentState.DRAINING, why));
    tree.end(pace.drain());
    return Ending.passing(
        why, "raise `memory` under `limits` in agents/%s.yaml".formatted(start.order().id()));
  }

  private Ending ending() throws InterruptedException {
    // All that it wrote is in the pipe now, and nobody holds it any more.
    pump.join(SLOW.toMillis());
    return new ExitReader(start.order(), start.folder())
        .read(process.waitFor(), new LastLines(log.last()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
