package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {

  private final List<String> lines = new ArrayList<>();
  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30.123456Z"), ZoneOffset.UTC);

  @Test
  void inJsonALineIsOneObject() {
    Log log = new Log(Log.Form.JSON, clock, lines::add);

    log.info("pushed", Map.of("snapshot", 42L, "added", 1L));
    log.error("a \"name\"\nwith a break\u2028and one more", "look");

    assertEquals(
        List.of(
            "{\"time\":\"2026-11-21T10:15:30.123Z\",\"severity\":\"INFO\",\"message\":\"pushed\","
                + "\"added\":1,\"snapshot\":42}",
            "{\"time\":\"2026-11-21T10:15:30.123Z\",\"severity\":\"ERROR\",\"message\":"
                + "\"a \\\"name\\\" with a break and one more\",\"mend\":\"look\"}"),
        lines);
  }

  @Test
  void forPeopleALineIsASentenceAndItsMend() {
    Log log = new Log(Log.Form.PLAIN, clock, lines::add);

    log.error("it\rfailed\u001b[31m", "mend it");
    log.warn("late");

    assertEquals(List.of("knowledge: it failed [31m", "mend: mend it", "knowledge: late"), lines);
  }
}
