package dev.berth.knowledge.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * When to push: at a moment of its own in the first round, then at a fixed pace, and after a
 * failure sooner.
 *
 * @param every from the start of one round to the start of the next
 * @param writer decides the moment of the first round, so that pods that start together do not push
 *     together
 */
record Rhythm(Duration every, String writer) {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

  /**
   * From the start of the program to its first push: from 0 up to, not including, {@code every}.
   */
  Duration first() {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(writer.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
    long number = ByteBuffer.wrap(digest).getLong();
    return Duration.ofMillis(Math.floorMod(number, every.toMillis()));
  }

  /**
   * From the end of a push that failed to the next try: 30 s, 1 min, 2 min and so on, never longer
   * than {@code every}.
   *
   * @param failures how many in a row, from 1
   */
  Duration afterFailures(long failures) {
    Duration wait = FIRST_RETRY;
    for (long i = 1; i < failures && wait.compareTo(every) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(every) < 0 ? wait : every;
  }

  /** What is left of a round of which so much has passed. */
  Duration rest(Duration passed) {
    Duration rest = every.minus(passed);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
