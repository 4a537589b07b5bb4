package dev.berth.knowledge.process;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether what the agent knows is safe in the store.
 *
 * @param ready whether a push ended well within the last hour, and no other writer took over
 * @param json the same with its reasons, one line
 */
record Readiness(boolean ready, String json) {

  /** As old as a push may be: four rounds of a quarter of an hour. */
  static final Duration OLDEST = Duration.ofHours(1);

  static Readiness of(Status status, Instant now) {
    JsonObject json = new JsonObject();
    json.addProperty("pushed", status.lastPush().isPresent());
    status
        .lastPush()
        .ifPresentOrElse(
            last -> json.addProperty("secondsSincePush", Duration.between(last, now).toSeconds()),
            () -> json.add("secondsSincePush", JsonNull.INSTANCE));
    json.addProperty("snapshot", status.snapshot());
    json.addProperty("fenced", status.fenced());
    json.addProperty("failures", status.failuresInARow());
    boolean fresh = status.lastPush().map(last -> !last.plus(OLDEST).isBefore(now)).orElse(false);
    return new Readiness(fresh && !status.fenced(), json + "\n");
  }
}
