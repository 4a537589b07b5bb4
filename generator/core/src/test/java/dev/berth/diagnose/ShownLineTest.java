package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownLineTest {

  private static final String KEY = "sk-ant-" + "a1".repeat(12);

  private final Sources sources =
      Sources.of(
          List.of(SourceFile.of("fleet.yaml", "a: 1\r\n\tkey: " + KEY + "\n\nlast: \u202e\n")));

  @Test
  void aLineIsShownAsItWasWritten() {
    assertEquals(Optional.of("a: 1"), ShownLine.of(sources, "fleet.yaml", 1, 40));
  }

  @Test
  void whatMustNotBeSeenIsMasked() {
    assertEquals(Optional.of("    key: ***"), ShownLine.of(sources, "fleet.yaml", 2, 40));
    assertEquals(Optional.of("last: <U+202E>"), ShownLine.of(sources, "fleet.yaml", 4, 40));
  }

  @Test
  void aLongLineIsCut() {
    assertEquals(Optional.of("a: 1"), ShownLine.of(sources, "fleet.yaml", 1, 20));
    Sources wide = Sources.of(List.of(SourceFile.of("fleet.yaml", "x".repeat(50))));
    assertEquals(Optional.of("x".repeat(17) + "..."), ShownLine.of(wide, "fleet.yaml", 1, 20));
  }

  @Test
  void whatIsNotThereIsNotShown() {
    assertEquals(Optional.empty(), ShownLine.of(sources, "fleet.yaml", 3, 40));
    assertEquals(Optional.empty(), ShownLine.of(sources, "fleet.yaml", 9, 40));
    assertEquals(Optional.empty(), ShownLine.of(sources, "fleet.yaml", 0, 40));
    assertEquals(Optional.empty(), ShownLine.of(sources, "other.yaml", 1, 40));
  }
}
