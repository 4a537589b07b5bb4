package dev.berth.knowledge.process;

import static dev.berth.knowledge.process.ScriptedKnowledge.moved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.crossing.LeftOut;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Duration EVERY = Duration.ofMinutes(15);

  private final List<String> lines = new ArrayList<>();
  private final ScriptedKnowledge knowledge = new ScriptedKnowledge();
  private PassingTime time = new PassingTime(0);

  private Watch watch(int rounds) {
    time = new PassingTime(rounds);
    Log log = new Log(Log.Form.PLAIN, time, lines::add);
    return new Watch(knowledge, new Rhythm(EVERY, knowledge.writer()), time, time, log);
  }

  private static Moved unavailable() throws StoreProblem {
    throw new StoreProblem(StoreProblem.Kind.UNAVAILABLE, "gs://b/a/ does not answer");
  }

  @Test
  void pushesAtItsPaceAndOnceMoreWhenAskedToStop() {
    knowledge.then(() -> moved(Moved.Result.DONE, 2));

    assertEquals(Exit.DONE, watch(3).run());

    assertEquals(List.of("push", "push", "push", "push"), knowledge.asked);
    assertEquals(new Rhythm(EVERY, knowledge.writer()).first(), time.waited.get(0));
    assertEquals(List.of(EVERY, EVERY, EVERY), time.waited.subList(1, 4));
  }

  @Test
  void theTimeAPushTakesIsPartOfItsRound() {
    knowledge.then(
        () -> {
          time.pass(Duration.ofMinutes(4));
          return moved(Moved.Result.DONE, 2);
        });

    watch(1).run();

    assertEquals(Duration.ofMinutes(11), time.waited.get(1));
  }

  @Test
  void aPushThatIsUnderWayEndsAndWhatChangedSinceGoesWithTheLast() {
    List<String> order = new ArrayList<>();
    StopSignal stop = new StopSignal();
    knowledge
        .then(
            () -> {
              stop.ask();
              order.add("under way");
              return moved(Moved.Result.DONE, 2);
            })
        .then(
            () -> {
              order.add("last");
              return moved(Moved.Result.DONE, 3);
            });
    Rhythm soon = new Rhythm(Duration.ofMillis(1), "w");
    Watch watch = new Watch(knowledge, soon, time, stop, new Log(Log.Form.PLAIN, time, lines::add));

    assertEquals(Exit.DONE, watch.run());

    assertEquals(List.of("under way", "last"), order);
    assertEquals(3, watch.status().snapshot());
  }

  @Test
  void triesAgainSoonerAfterAFailureAndThenAtItsPace() {
    for (int i = 0; i < 7; i++) {
      knowledge.then(WatchTest::unavailable);
    }
    knowledge.then(() -> moved(Moved.Result.DONE, 2));

    Watch watch = watch(8);
    watch.run();

    assertEquals(
        List.of("PT30S", "PT1M", "PT2M", "PT4M", "PT8M", "PT15M", "PT15M", "PT15M"),
        time.waited.subList(1, 9).stream().map(Duration::toString).toList());
    assertEquals(7, watch.status().failures());
    assertEquals(0, watch.status().failuresInARow());
  }

  @Test
  void aLastPushThatFailsEndsWithThree() {
    knowledge.then(() -> moved(Moved.Result.DONE, 2)).then(WatchTest::unavailable);

    assertEquals(Exit.STORE, watch(1).run());

    assertTrue(lines.contains("knowledge: gs://b/a/ does not answer"), lines.toString());
    assertTrue(
        lines.contains("mend: try again when the store answers; nothing is lost until then"));
  }

  @Test
  void whatIsRefusedAndWhatIsABugAreFailuresTheWatchOutlives() {
    knowledge
        .then(
            () -> {
              throw new Refused(Refused.Code.TINY_WORKSPACE, "the workspace is empty", "look");
            })
        .then(
            () -> {
              throw new IllegalStateException("quotes a file");
            })
        .then(() -> moved(Moved.Result.DONE, 2));

    Watch watch = watch(2);

    assertEquals(Exit.DONE, watch.run());
    assertEquals(2, watch.status().failures());
    assertFalse(String.join("\n", lines).contains("quotes a file"));
  }

  @Test
  void aFencedWriterSaysSoAndKeepsPushingBeside() {
    knowledge
        .then(() -> moved(Moved.Result.KEPT_BESIDE, 7))
        .then(() -> moved(Moved.Result.UNCHANGED, 7));

    Watch watch = watch(1);

    assertEquals(Exit.DONE, watch.run());
    assertTrue(watch.status().fenced());
    assertEquals(List.of("push", "push"), knowledge.asked);
    assertTrue(
        lines.contains(
            "knowledge: another writer was first: this copy is kept beside as snapshot 7 of"
                + " 1970-01-01T00:00:00Z"),
        lines.toString());
  }

  @Test
  void aPushThatIsTheFirstAgainEndsTheFence() {
    knowledge
        .then(() -> moved(Moved.Result.KEPT_BESIDE, 7))
        .then(() -> moved(Moved.Result.DONE, 8));

    Watch watch = watch(1);
    watch.run();

    assertFalse(watch.status().fenced());
  }

  @Test
  void sharedFoldersAreRefreshedEachRoundAndTheirTroubleStopsNoPush() {
    knowledge
        .then(() -> moved(Moved.Result.DONE, 2))
        .sharing(WatchTest::unavailable, new SharedFolder("team", "gs://t/"));

    Watch watch = watch(2);

    assertEquals(Exit.DONE, watch.run());
    assertEquals(List.of("refresh team", "push", "refresh team", "push", "push"), knowledge.asked);
    assertEquals(0, watch.status().failures());
    assertTrue(
        lines.contains("knowledge: shared folder team stays as it was: gs://b/a/ does not answer"));
  }

  @Test
  void whatWasLeftOutIsNamedOnceAndAgainWhenItChanges() {
    KnowledgePath path = KnowledgePath.of("workspace/notes\u202e.md");
    KnowledgePath never = KnowledgePath.of("workspace/.env");
    Moved with =
        new Moved(
            Moved.Result.DONE,
            Optional.of(ScriptedKnowledge.snapshot(2)),
            Optional.empty(),
            0,
            0,
            0,
            0,
            0,
            List.of(
                new LeftOut(path, LeftOut.Reason.SECRET), new LeftOut(never, LeftOut.Reason.NEVER)),
            2);
    knowledge.then(() -> with);

    Watch watch = watch(2);
    watch.run();

    String named =
        "knowledge: workspace/notes%E2%80%AE.md holds what looks like a secret: left out";
    assertEquals(1, lines.stream().filter(named::equals).count(), lines.toString());
    assertFalse(String.join("\n", lines).contains(".env"));
    assertEquals(2, watch.status().leftOut());
  }

  @Test
  void countsWhatItPushed() {
    knowledge.then(() -> moved(Moved.Result.DONE, 2));

    Watch watch = watch(2);
    watch.run();

    assertEquals(300, watch.status().pushedBytes());
    assertEquals(3, watch.status().files());
    assertEquals(Optional.of(time.instant()), watch.status().lastPush());
  }
}
