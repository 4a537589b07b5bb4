package dev.berth.cli;

import dev.berth.deploy.kubernetes.JobOutcome;
import dev.berth.deploy.kubernetes.JobRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for Jobs instead of a cluster; a probe of which it is told nothing is as declared. */
final class FakeJobs implements JobRunner {

  private static final Pattern PLACE =
      Pattern.compile("metadata:\n  name: \"(.*)-probe\"\n  namespace: \"(.*)\"");

  final List<String> ran = new CopyOnWriteArrayList<>();
  final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final Map<String, IntFunction<JobOutcome>> outcomes = new HashMap<>();
  Runnable during = () -> {};

  /**
   * How the probe of an agent ends.
   *
   * @param outcome by how many checks it has
   */
  FakeJobs ending(String agent, IntFunction<JobOutcome> outcome) {
    outcomes.put(agent, outcome);
    return this;
  }

  /** A probe that says {@code counts} and {@code findings}, both as JSON. */
  static JobOutcome said(int exitCode, String counts, String findings, int leftOff) {
    return new JobOutcome.Ended(
        exitCode, "{%s,\"findings\":[%s],\"leftOff\":%d}".formatted(counts, findings, leftOff));
  }

  @Override
  public JobOutcome run(String manifest, Duration patience) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      during.run();
      Matcher place = PLACE.matcher(manifest);
      if (!place.find()) {
        throw new AssertionError(manifest);
      }
      String agent = place.group(2) + "/" + place.group(1);
      ran.add(agent);
      int checks = manifest.split("\\\\\"way\\\\\"", -1).length - 1;
      return outcomes.getOrDefault(agent, FakeJobs::asDeclared).apply(checks);
    } finally {
      running.decrementAndGet();
    }
  }

  private static JobOutcome asDeclared(int checks) {
    return said(0, "\"asDeclared\":" + checks + ",\"holes\":0,\"shut\":0,\"unjudged\":0", "", 0);
  }

  @Override
  public void stop() {}

  @Override
  public void close() {}
}
