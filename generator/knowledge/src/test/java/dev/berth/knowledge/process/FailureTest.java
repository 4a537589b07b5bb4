package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.work.Refused;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

  @ParameterizedTest
  @EnumSource(StoreProblem.Kind.class)
  void everyProblemOfAStoreHasAMend(StoreProblem.Kind kind) {
    Failure failure = Failure.of(new StoreProblem(kind, "gs://bucket/x: 403"));

    assertEquals(Exit.STORE, failure.exitCode());
    assertEquals("gs://bucket/x: 403", failure.sentence());
    assertFalse(failure.mend().isEmpty());
  }

  @Test
  void aProblemInsideAStreamIsTheSameProblem() {
    StoreProblem problem = new StoreProblem(StoreProblem.Kind.DENIED, "may not");

    assertEquals(Failure.of(problem), Failure.of(new UncheckedIOException(problem)));
  }

  @Test
  void aRefusalSpeaksForItself() {
    Failure failure = Failure.of(new Refused(Refused.Code.LOCKED, "locked", "wait"));

    assertEquals(new Failure(Exit.REFUSED, "locked", "wait"), failure);
  }

  @Test
  void aDiskThatFailsIsNamed() {
    Failure failure = Failure.of(new NoSuchFileException("/home/x"));

    assertEquals(Exit.STORE, failure.exitCode());
    assertEquals("the disk failed: /home/x is not there", failure.sentence());
  }

  @Test
  void aBugNamesItsPlaceAndQuotesNothing() {
    Failure failure = Failure.of(new IllegalStateException("what a file holds"));

    assertEquals(Exit.BUG, failure.exitCode());
    assertTrue(failure.sentence().contains("IllegalStateException at "), failure.sentence());
    assertFalse(failure.sentence().contains("what a file holds"));
  }
}
