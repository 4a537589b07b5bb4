package dev.berth.local.supervise;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client and a supervisor say to each other, as JSON. An answer that takes a while is a line
 * for each report, an empty line for every second without one, and at last a line with all of them.
 */
final class Wire {

  /** Raised whenever one side would not understand the other; {@link #DOWN} never changes. */
  static final int PROTOCOL = 1;

  static final String UP = "/up";
  static final String STATUS = "/status";
  static final String RESTART = "/restart";
  static final String DOWN = "/down";

  static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(new TypeToken<Optional<Long>>() {}.getType(), new MaybeNumber())
          .create();

  /**
   * A request for some agents.
   *
   * @param ids empty for all
   * @param graceMillis how long each may drain
   */
  record Some(List<String> ids, long graceMillis) {}

  /** A request to start some. */
  record Orders(List<AgentOrder> orders) {}

  /**
   * One line of an answer: one of these.
   *
   * @param report of an agent that changed
   * @param done the end: all that was asked for
   * @param refused the end: why nothing was done
   */
  record Line(
      @Nullable AgentReport report, @Nullable List<AgentReport> done, @Nullable String refused) {

    static Line of(AgentReport report) {
      return new Line(report, null, null);
    }

    static Line end(List<AgentReport> done) {
      return new Line(null, done, null);
    }

    static Line no(String why) {
      return new Line(null, null, why);
    }
  }

  private Wire() {}

  /** A number that is never negative; {@code -1} for none. */
  private static final class MaybeNumber extends TypeAdapter<Optional<Long>> {
    @Override
    public void write(JsonWriter out, Optional<Long> value) throws IOException {
      out.value(value.orElse(-1L));
    }

    @Override
    public Optional<Long> read(JsonReader in) throws IOException {
      return Optional.of(in.nextLong()).filter(number -> number >= 0);
    }
  }
}
