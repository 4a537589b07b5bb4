package dev.berth.e2e.openclaw;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a {@link ModelServer} says to one request. */
public sealed interface ModelAnswer {

  /** Words. */
  record Text(String text) implements ModelAnswer {}

  /** A call of one of the agent's tools, e.g. {@code write}. */
  record ToolCall(String tool, Map<String, Object> arguments) implements ModelAnswer {}

  /**
   * An error of HTTP.
   *
   * @param status 400 to 599
   */
  record Refusal(int status) implements ModelAnswer {}

  /** Another answer, which waits until the test lets it go. */
  record Held(ModelAnswer answer, CountDownLatch release) implements ModelAnswer {

    /** Not before {@link #letGo()}. */
    public static Held until(ModelAnswer answer) {
      return new Held(answer, new CountDownLatch(1));
    }

    public void letGo() {
      release.countDown();
    }
  }
}
