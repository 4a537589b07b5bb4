package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final Duration EVERY = Duration.ofMinutes(15);

  @Test
  void aThousandWritersPushFirstAllOverTheRound() {
    int[] perMinute = new int[15];
    IntStream.range(0, 1000)
        .mapToObj(i -> new Rhythm(EVERY, "support-customer-" + i).first())
        .forEach(first -> perMinute[(int) first.toMinutes()]++);

    for (int writers : perMinute) {
      assertTrue(writers > 30 && writers < 110, writers + " of 1000 in one minute of 15");
    }
  }

  @Test
  void theSameWriterPushesFirstAtTheSameMoment() {
    assertEquals(new Rhythm(EVERY, "w").first(), new Rhythm(EVERY, "w").first());
    assertEquals(Duration.ofMillis(737_600), new Rhythm(EVERY, "support-customer-0").first());
  }

  @Test
  void noWaitAfterAFailureIsLongerThanARound() {
    Rhythm quick = new Rhythm(Duration.ofSeconds(5), "w");

    assertEquals(Duration.ofSeconds(5), quick.afterFailures(1));
    assertEquals(EVERY, new Rhythm(EVERY, "w").afterFailures(Long.MAX_VALUE));
  }

  @Test
  void aRoundThatTookTooLongIsFollowedAtOnce() {
    assertEquals(Duration.ZERO, new Rhythm(EVERY, "w").rest(Duration.ofHours(1)));
  }
}
