package dev.berth.deploy.pulumi;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Listens to one run: hands its progress on, and keeps its summary. */
final class Changes implements Consumer<EngineEvent> {

  private final Consumer<Progress> progress;
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  Changes(Consumer<Progress> progress) {
    this.progress = progress;
  }

  @Override
  public synchronized void accept(EngineEvent event) {
    Progress.of(event).ifPresent(progress);
    if (event.summaryEvent() != null) {
      count(event.summaryEvent().resourceChanges());
    }
  }

  private void count(Map<OperationType, Integer> changes) {
    changes.forEach(
        (operation, count) -> {
          if (count > 0) {
            counts.put(Progress.operation(operation), count);
          }
        });
  }

  synchronized Outcome.Done done() {
    return new Outcome.Done(new TreeMap<>(counts));
  }
}
