package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LastWordsTest {

  private static final int TERM = 15;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
  private final StopSignal stop = new StopSignal();

  private LastWords lastWords(Duration patience) {
    Log log = new Log(Log.Form.PLAIN, Clock.systemUTC(), lines::add);
    return new LastWords(stop, patience, log, ended::add);
  }

  @Test
  void theFirstSignalAsksToStopAndEndsNothing() {
    lastWords(Duration.ofHours(1)).hear(TERM);

    assertTrue(stop.within(Duration.ZERO));
    assertTrue(ended.isEmpty());
  }

  @Test
  void theSecondSignalEndsAtOnce() {
    LastWords words = lastWords(Duration.ofHours(1));
    words.hear(TERM);
    words.hear(TERM);

    assertEquals(List.of(143), List.copyOf(ended));
  }

  @Test
  @Timeout(60)
  void aLastPushThatTakesTooLongEndsWithThree() throws Exception {
    lastWords(Duration.ZERO).hear(TERM);

    assertEquals(Exit.STORE, ended.take());
    assertTrue(String.join("\n", lines).contains("did not end within 0 s"));
  }
}
