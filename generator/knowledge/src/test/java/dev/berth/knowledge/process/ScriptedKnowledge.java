package dev.berth.knowledge.process;

import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Knowledge that answers what it was told to, in order; the last answer stays. */
final class ScriptedKnowledge implements AgentKnowledge {

  /** One answer. */
  interface Answer {
    Moved give() throws IOException, Refused;
  }

  final List<String> asked = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private List<SharedFolder> shared = List.of();
  private Answer refreshed = () -> moved(Moved.Result.UNCHANGED, 1);

  ScriptedKnowledge then(Answer answer) {
    answers.add(answer);
    return this;
  }

  ScriptedKnowledge sharing(Answer answer, SharedFolder... folders) {
    refreshed = answer;
    shared = List.of(folders);
    return this;
  }

  /** A result with one number, of 3 files, with 100 bytes moved. */
  static Moved moved(Moved.Result result, long number) {
    Optional<Snapshot> beside =
        result == Moved.Result.KEPT_BESIDE ? Optional.of(snapshot(number)) : Optional.empty();
    return new Moved(result, Optional.of(snapshot(number)), beside, 1, 2, 3, 3, 100, List.of(), 0);
  }

  static Snapshot snapshot(long number) {
    return new Snapshot(
        number,
        number - 1,
        Instant.EPOCH,
        "support-customer-0",
        Snapshot.Why.PUSH,
        "ab".repeat(32),
        3,
        10,
        "0".repeat(32));
  }

  @Override
  public Moved pull(boolean claim) throws IOException, Refused {
    asked.add(claim ? "claim" : "pull");
    return next();
  }

  @Override
  public Moved push() throws IOException, Refused {
    asked.add("push");
    return next();
  }

  @Override
  public List<SharedFolder> shared() {
    return shared;
  }

  @Override
  public Moved refresh(SharedFolder folder) throws IOException, Refused {
    asked.add("refresh " + folder.name());
    return refreshed.give();
  }

  @Override
  public String writer() {
    return "support-customer-0";
  }

  @Override
  public void close() {
    asked.add("close");
  }

  private Moved next() throws IOException, Refused {
    return (answers.size() > 1 ? answers.remove() : answers.element()).give();
  }
}
