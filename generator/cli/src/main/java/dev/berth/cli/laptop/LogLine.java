package dev.berth.cli.laptop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.berth.cli.print.Printable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of an agent's log: mostly a JSON object with {@code time}, {@code level}, {@code
 * subsystem} and {@code message}; what OpenClaw says before it has read its configuration is plain
 * text.
 */
public final class LogLine {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int LEVEL = 5;

  private final ObjectMapper json = new ObjectMapper();

  /** For people; times are in UTC. */
  public String text(String line) {
    JsonNode node = parsed(line);
    if (node.isObject() && node.path("message").isTextual()) {
      String subsystem = node.path("subsystem").asText("");
      return "%s %s  %s%s"
          .formatted(
              time(node.path("time").asText("")),
              RunningText.padded(Printable.line(node.path("level").asText("")), LEVEL),
              subsystem.isEmpty() ? "" : Printable.line(subsystem) + "  ",
              Printable.line(node.path("message").asText()));
    }
    return Printable.lines(line).stripTrailing();
  }

  /** As a JSON object on one line. */
  public String json(String line) {
    return parsed(line).isObject()
        ? line.strip()
        : JsonNodeFactory.instance.objectNode().put("message", line).toString();
  }

  private JsonNode parsed(String line) {
    if (!line.startsWith("{")) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return json.readTree(line);
    } catch (JsonProcessingException plain) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static String time(String written) {
    try {
      return OffsetDateTime.parse(written).withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
    } catch (DateTimeException noTime) {
      return Printable.line(written);
    }
  }
}
