package dev.berth.e2e.openclaw.laptop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/**
 * What a run of Berth came to.
 *
 * @param out its standard output
 * @param err its standard error
 */
record Said(int exitCode, String out, String err) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no user may see: the insides of a JVM. */
  private static final Pattern INSIDE =
      Pattern.compile("^\\s+at [\\w.$/]+\\(|Exception\\b|-classpath", Pattern.MULTILINE);

  Said {
    assertFalse(INSIDE.matcher(out + err).find(), out + err);
  }

  Said with(int expected) {
    assertEquals(expected, exitCode, text());
    return this;
  }

  /** Each of these, wherever lines are broken. */
  Said saying(String... parts) {
    for (String part : parts) {
      assertTrue(oneLine(text()).contains(oneLine(part)), () -> "not `" + part + "`:\n" + text());
    }
    return this;
  }

  Said neverSaying(String... parts) {
    for (String part : parts) {
      assertFalse(text().contains(part), () -> "`" + part + "` in:\n" + text());
    }
    return this;
  }

  String text() {
    return out + err;
  }

  JsonNode json() {
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(text(), noJson);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
