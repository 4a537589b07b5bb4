package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void eachWaitIsTwiceTheOneBeforeUpToAMinute() {
    BackOff backOff = new BackOff(Pace.USUAL);
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L),
        IntStream.range(0, 8)
            .mapToObj(each -> backOff.after(Duration.ofSeconds(599)).toSeconds())
            .toList());
  }

  @Test
  void tenMinutesThatWentWellAreForgiven() {
    BackOff backOff = new BackOff(Pace.USUAL);
    for (int i = 0; i < 8; i++) {
      backOff.after(Duration.ZERO);
    }
    assertEquals(Duration.ofSeconds(1), backOff.after(Duration.ofMinutes(10)));
    assertEquals(Duration.ofSeconds(2), backOff.after(Duration.ZERO));
  }
}
