package dev.berth.deploy.kubernetes;

import java.time.Duration;

/** Runs Jobs of one pod in a cluster. For use by several threads. */
public interface JobRunner extends AutoCloseable {

  /**
   * Makes a Job, waits for its end and takes it away again, however that was.
   *
   * @param manifest one document of YAML
   * @param most how long to wait for its end
   */
  JobOutcome run(String manifest, Duration most);

  /** Takes away every Job that is under way, and lets nobody begin another. */
  void stop();

  /** The same, and hangs up: nobody may be in the middle of {@link #run} any more. */
  @Override
  void close();
}
