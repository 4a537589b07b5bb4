package dev.berth.cli;

import dev.berth.cli.print.ProbeFacts;
import dev.berth.cli.print.ProbeReport;
import dev.berth.cli.print.ProbeText;
import dev.berth.deploy.kubernetes.JobOutcome;
import dev.berth.deploy.kubernetes.JobRunner;
import dev.berth.deploy.probe.VerdictReader;
import dev.berth.model.Name;
import dev.berth.plan.PlannedProbe;
import dev.berth.render.ProbeJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Runs probes, some at once, and tells of each in turn.
 *
 * @param atOnce how many in the whole cluster; of one team never more than its quota has room for
 */
record ProbeRuns(Berth berth, JobRunner runner, int atOnce, Duration most) {

  ProbeReport of(ProbeReport.Place place, List<ProbeJob> jobs) {
    Interruption interruption =
        Interruption.watched(
            () -> {
              runner.stop();
              berth.terminal().complaint("\nInterrupted. Every Job of this run is deleted.");
            });
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      Map<Name, Semaphore> rooms = new ConcurrentHashMap<>();
      List<Future<ProbeFacts>> running =
          jobs.stream().map(job -> workers.submit(() -> inTurn(job, rooms))).toList();
      List<ProbeFacts> done = new ArrayList<>();
      for (Future<ProbeFacts> each : running) {
        ProbeFacts facts = each.get();
        done.add(facts);
        if (berth.format() == Format.TEXT) {
          berth.terminal().result(ProbeText.lines(facts));
          berth.around().out().flush();
        }
      }
      return ProbeReport.of(place, done);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Stop.cloud("interrupted");
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      workers.shutdownNow();
      interruption.over();
    }
  }

  private ProbeFacts inTurn(ProbeJob job, Map<Name, Semaphore> rooms) throws InterruptedException {
    Semaphore room =
        rooms.computeIfAbsent(
            job.probe().agent().id().team(), team -> new Semaphore(PlannedProbe.MOST_AT_ONCE));
    room.acquire();
    try {
      return facts(job.probe(), runner.run(job.text(), most));
    } finally {
      room.release();
    }
  }

  private static ProbeFacts facts(PlannedProbe probe, JobOutcome outcome) {
    if (outcome instanceof JobOutcome.Ended ended) {
      return VerdictReader.read(probe, ended)
          .map(verdict -> ProbeFacts.judged(probe, verdict))
          .orElseGet(
              () ->
                  ProbeFacts.notJudged(
                      probe,
                      "the probe ended with exit code " + ended.exitCode() + " and no verdict"));
    }
    return ProbeFacts.notJudged(probe, ((JobOutcome.NotRun) outcome).why());
  }
}
