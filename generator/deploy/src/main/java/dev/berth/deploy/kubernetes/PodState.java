package dev.berth.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a Job's only pod stands.
 *
 * @param end empty while it may still end by itself
 * @param standing why it has not ended
 */
record PodState(Optional<JobOutcome> end, String standing) {

  static PodState of(Pod pod) {
    PodStatus status = pod.getStatus();
    if (status == null) {
      return waiting("its pod has no status yet");
    }
    Optional<ContainerState> container =
        Optional.ofNullable(status.getContainerStatuses()).stream()
            .flatMap(List::stream)
            .map(ContainerStatus::getState)
            .filter(Objects::nonNull)
            .findFirst();
    Optional<PodState> ended =
        container
            .map(ContainerState::getTerminated)
            .map(
                end ->
                    ended(
                        new JobOutcome.Ended(
                            end.getExitCode(), Objects.requireNonNullElse(end.getMessage(), ""))));
    if (ended.isPresent()) {
      return ended.get();
    }
    if ("Failed".equals(status.getPhase())) {
      return ended(new JobOutcome.NotRun(Words.of(status.getReason(), status.getMessage())));
    }
    return waiting(
        container
            .map(ContainerState::getWaiting)
            .map(waiting -> Words.of(waiting.getReason(), waiting.getMessage()))
            .or(() -> unscheduled(status))
            .orElse("its container runs"));
  }

  private static Optional<String> unscheduled(PodStatus status) {
    List<PodCondition> conditions =
        Objects.requireNonNullElse(status.getConditions(), List.<PodCondition>of());
    boolean scheduled =
        conditions.stream()
            .anyMatch(
                each -> each.getType().equals("PodScheduled") && each.getStatus().equals("True"));
    return scheduled
        ? Optional.empty()
        : Optional.of(
            conditions.stream()
                .filter(each -> each.getType().equals("PodScheduled"))
                .map(each -> Words.of(each.getReason(), each.getMessage()))
                .findFirst()
                .orElse("its pod has no node yet"));
  }

  /**
   * Of a Job without a pod.
   *
   * @param refusals events that tell why none could be made
   */
  static PodState ofNone(List<Event> refusals) {
    if (refusals.isEmpty()) {
      return waiting("its pod was not made");
    }
    Event last = refusals.get(refusals.size() - 1);
    String said = Words.of(last.getReason(), last.getMessage());
    // A quota may have room again once another probe is gone; nothing else mends itself.
    return said.contains("exceeded quota") ? waiting(said) : ended(new JobOutcome.NotRun(said));
  }

  private static PodState ended(JobOutcome end) {
    return new PodState(Optional.of(end), "");
  }

  private static PodState waiting(String standing) {
    return new PodState(Optional.empty(), standing);
  }
}
