package dev.berth.knowledge.process;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the program tells of itself, a line each: for people, or one JSON object with the keys that
 * Cloud Logging reads ({@code severity}, {@code message}, {@code time}). Never a file's content.
 */
final class Log {

  /** How a line is written. */
  enum Form {
    PLAIN,
    JSON
  }

  private final Form form;
  private final Clock clock;
  private final Consumer<String> lines;

  Log(Form form, Clock clock, Consumer<String> lines) {
    this.form = form;
    this.clock = clock;
    this.lines = lines;
  }

  void info(String sentence) {
    info(sentence, Map.of());
  }

  /**
   * @param numbers what the sentence says, for machines
   */
  void info(String sentence, Map<String, Long> numbers) {
    write("INFO", sentence, "", numbers);
  }

  void warn(String sentence) {
    write("WARNING", sentence, "", Map.of());
  }

  void warn(String sentence, String mend) {
    write("WARNING", sentence, mend, Map.of());
  }

  /**
   * @param mend what to do; empty for nothing
   */
  void error(String sentence, String mend) {
    write("ERROR", sentence, mend, Map.of());
  }

  private synchronized void write(
      String severity, String sentence, String mend, Map<String, Long> numbers) {
    if (form == Form.PLAIN) {
      lines.accept("knowledge: " + oneLine(sentence));
      if (!mend.isEmpty()) {
        lines.accept("mend: " + oneLine(mend));
      }
      return;
    }
    JsonObject line = new JsonObject();
    line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.addProperty("severity", severity);
    line.addProperty("message", oneLine(sentence));
    if (!mend.isEmpty()) {
      line.addProperty("mend", oneLine(mend));
    }
    numbers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(number -> line.addProperty(number.getKey(), number.getValue()));
    lines.accept(line.toString());
  }

  /** Text of a server or of a file name must not start a line of its own. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> Character.isISOControl(each) || isBreak(each) ? ' ' : each)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static boolean isBreak(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }
}
