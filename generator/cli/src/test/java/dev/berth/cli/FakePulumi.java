package dev.berth.cli;

import dev.berth.deploy.pulumi.Outcome;
import dev.berth.deploy.pulumi.Problem;
import dev.berth.deploy.pulumi.Progress;
import dev.berth.deploy.pulumi.PulumiRunner;
import dev.berth.deploy.pulumi.StackProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps the calls, and stops where it is told to. */
final class FakePulumi implements PulumiRunner {

  final List<String> calls = new ArrayList<>();
  private final Map<String, Deque<Problem>> problems = new HashMap<>();

  /**
   * The next such call ends with {@code problem}.
   *
   * @param call e.g. {@code up dev-00}
   */
  FakePulumi stopping(String call, Problem problem) {
    problems.computeIfAbsent(call, key -> new ArrayDeque<>()).add(problem);
    return this;
  }

  @Override
  public Outcome preview(StackProgram stack, Consumer<Progress> progress) {
    return called("preview", stack, Map.of("create", 3));
  }

  @Override
  public Outcome up(StackProgram stack, Consumer<Progress> progress) {
    progress.accept(new Progress("bucket", "gcp:x:Bucket", "create", Progress.State.STARTED));
    progress.accept(new Progress("bucket", "gcp:x:Bucket", "create", Progress.State.DONE));
    return called("up", stack, Map.of("create", 1, "update", 2, "same", 9));
  }

  @Override
  public Outcome previewDestroy(StackProgram stack, Consumer<Progress> progress) {
    return called("previewDestroy", stack, Map.of("delete", 3));
  }

  @Override
  public Outcome destroy(StackProgram stack, Consumer<Progress> progress) {
    return called("destroy", stack, Map.of("delete", 3));
  }

  @Override
  public Outcome refresh(StackProgram stack, Consumer<Progress> progress) {
    return called("refresh", stack, Map.of("same", 3));
  }

  @Override
  public Outcome unlock(StackProgram stack) {
    return called("unlock", stack, Map.of());
  }

  private Outcome called(String what, StackProgram stack, Map<String, Integer> changes) {
    String call = what + " " + stack.stack();
    calls.add(call);
    Deque<Problem> waiting = problems.getOrDefault(call, new ArrayDeque<>());
    return waiting.isEmpty()
        ? new Outcome.Done(new TreeMap<>(changes))
        : new Outcome.Stopped(waiting.remove());
  }
}
