package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static Status pushed(long secondsAgo, boolean fenced) {
    return new Status(Optional.of(NOW.minusSeconds(secondsAgo)), 42, fenced, 3, 9, 1, 1, 0);
  }

  @Test
  void beforeTheFirstPushNothingIsReady() {
    Readiness readiness = Readiness.of(Status.START, NOW);

    assertFalse(readiness.ready());
    assertEquals(
        "{\"pushed\":false,\"secondsSincePush\":null,\"snapshot\":0,\"fenced\":false,"
            + "\"failures\":0}\n",
        readiness.json());
  }

  @Test
  void anHourIsAsOldAsAPushMayBe() {
    assertTrue(Readiness.of(pushed(3600, false), NOW).ready());
    assertFalse(Readiness.of(pushed(3601, false), NOW).ready());
    assertEquals(
        "{\"pushed\":true,\"secondsSincePush\":3601,\"snapshot\":42,\"fenced\":false,"
            + "\"failures\":3}\n",
        Readiness.of(pushed(3601, false), NOW).json());
  }

  @Test
  void aFencedWriterIsNotReady() {
    assertFalse(Readiness.of(pushed(0, true), NOW).ready());
  }
}
