package dev.berth.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Jobs of a real cluster. Looks at each once a second: they take tens of seconds and are few. */
final class KubernetesJobs implements JobRunner {

  private static final long PAUSE_MILLIS = 1000;

  private final KubernetesClient client;

  /** Jobs that are under way, by their identity in the cluster. */
  private final Map<String, Job> underWay = new ConcurrentHashMap<>();

  /** Held for writing, nobody is in the middle of making a Job. */
  private final ReadWriteLock making = new ReentrantReadWriteLock();

  private boolean stopped;

  KubernetesJobs(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public JobOutcome run(String manifest, Duration most) {
    Optional<Job> made;
    try {
      made = make(manifest);
    } catch (KubernetesClientException refused) {
      return new JobOutcome.NotRun(Words.of(refused));
    }
    if (made.isEmpty()) {
      return new JobOutcome.NotRun("interrupted before it began");
    }
    try {
      return awaitEnd(made.get(), most);
    } catch (KubernetesClientException failed) {
      return new JobOutcome.NotRun(Words.of(failed));
    } finally {
      delete(made.get());
    }
  }

  /** Empty once this is stopped. */
  private Optional<Job> make(String manifest) {
    making.readLock().lock();
    try {
      if (stopped) {
        return Optional.empty();
      }
      Job job = (Job) client.resource(manifest).create();
      underWay.put(job.getMetadata().getUid(), job);
      return Optional.of(job);
    } finally {
      making.readLock().unlock();
    }
  }

  private JobOutcome awaitEnd(Job job, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    String standing = "its pod was not made";
    while (System.nanoTime() < deadline) {
      PodState state = look(job);
      if (state.end().isPresent()) {
        return state.end().get();
      }
      standing = state.standing();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new JobOutcome.NotRun("interrupted");
      }
    }
    return new JobOutcome.NotRun("not done after " + most.toSeconds() + " s: " + standing);
  }

  private PodState look(Job job) {
    String namespace = job.getMetadata().getNamespace();
    List<Pod> pods =
        client
            .pods()
            .inNamespace(namespace)
            .withLabel("batch.kubernetes.io/controller-uid", job.getMetadata().getUid())
            .list()
            .getItems();
    if (!pods.isEmpty()) {
      return PodState.of(pods.get(0));
    }
    List<Event> events =
        client
            .v1()
            .events()
            .inNamespace(namespace)
            .withField("involvedObject.uid", job.getMetadata().getUid())
            .withField("reason", "FailedCreate")
            .list()
            .getItems();
    return PodState.ofNone(events);
  }

  private void delete(Job job) {
    // A flag that is up would end the call before it is made.
    boolean interrupted = Thread.interrupted();
    try {
      client
          .resource(job)
          .withPropagationPolicy(DeletionPropagation.BACKGROUND)
          .withGracePeriod(0)
          .delete();
      underWay.remove(job.getMetadata().getUid());
    } catch (KubernetesClientException stays) {
      // It ends by itself: its deadline and its time to live are part of it.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void stop() {
    making.writeLock().lock();
    try {
      stopped = true;
    } finally {
      making.writeLock().unlock();
    }
    underWay.values().forEach(this::delete);
  }

  @Override
  public void close() {
    stop();
    client.close();
  }
}
