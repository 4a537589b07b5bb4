package dev.berth.e2e.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units, as systemd itself reads them. */
class SystemdTest {

  private static final String PULL = "berth-knowledge-pull@.service";
  private static final String WATCH = "berth-knowledge@.service";
  private static final String DROP_IN = "openclaw@.service.d/knowledge.conf";

  @TempDir private Path units;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectory(units.resolve("openclaw@.service.d"));
    for (String name : List.of(PULL, WATCH, DROP_IN)) {
      Files.copy(Checkout.file("templates/knowledge").resolve(name), units.resolve(name));
    }
    // An agent's unit of somebody else's, which only the drop-in knows of.
    Files.writeString(
        units.resolve("openclaw@.service"),
        "[Unit]\nDescription=Agent %i\n[Service]\nExecStart=/bin/sleep infinity\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berth-knowledge-pull@customer.service",
        "berth-knowledge@customer.service",
        "openclaw@customer.service"
      })
  void systemdFindsNothingWrong(String unit) {
    // The empty part at the end: and where the machine's own units are.
    Ran ran =
        Ran.run(
            units,
            Map.of("SYSTEMD_UNIT_PATH", units + ":"),
            "",
            List.of("systemd-analyze", "verify", "--man=no", unit));

    assertEquals("", ran.err() + ran.out());
    assertEquals(0, ran.exitCode());
  }

  /** systemd stops units in the opposite order of After=. */
  @Test
  void theAgentStopsFirstAndTheLastPushComesAfter() throws IOException {
    assertTrue(values(DROP_IN, "After").contains("berth-knowledge@%i.service"));
    assertTrue(values(WATCH, "Before").contains("openclaw@%i.service"));
    assertEquals(List.of("openclaw@%i.service"), values(WATCH, "PartOf"));
    assertEquals(List.of("60"), values(WATCH, "TimeoutStopSec"));
  }

  @Test
  void theAgentNeverStartsWithoutItsKnowledge() throws IOException {
    assertTrue(values(DROP_IN, "Requires").contains("berth-knowledge-pull@%i.service"));
    assertTrue(values(DROP_IN, "After").contains("berth-knowledge-pull@%i.service"));
    assertTrue(values(WATCH, "After").contains("berth-knowledge-pull@%i.service"));
    assertEquals(List.of("oneshot"), values(PULL, "Type"));
  }

  /** 0 is the least exposed, 100 the most; a unit without any hardening has 96. */
  @ParameterizedTest
  @ValueSource(strings = {PULL, WATCH})
  void aUnitIsHardlyExposed(String name) {
    Ran.run(
            units,
            "systemd-analyze",
            "security",
            "--no-pager",
            "--offline=true",
            "--threshold=20",
            "./" + name)
        .well();
  }

  @ParameterizedTest
  @ValueSource(strings = {PULL, WATCH})
  void javaRunsAsInTheImage(String name) throws IOException {
    String pom = Files.readString(Checkout.file("generator/knowledge/pom.xml"));
    List<String> flags =
        Pattern.compile("<jvmFlag>(.*)</jvmFlag>")
            .matcher(pom)
            .results()
            .map(match -> match.group(1))
            .toList();

    String start = values(name, "ExecStart").get(0);

    assertTrue(flags.size() > 4, flags.toString());
    assertTrue(start.startsWith("/usr/bin/java " + String.join(" ", flags) + " -jar "), start);
  }

  private List<String> values(String unit, String key) throws IOException {
    return Pattern.compile("(?m)^" + key + "=(.*)$")
        .matcher(Files.readString(units.resolve(unit)))
        .results()
        .map(MatchResult::group)
        .map(line -> line.substring(key.length() + 1))
        .flatMap(
            value ->
                key.equals("ExecStart")
                    ? List.of(value).stream()
                    : Pattern.compile(" ").splitAsStream(value))
        .toList();
  }
}
