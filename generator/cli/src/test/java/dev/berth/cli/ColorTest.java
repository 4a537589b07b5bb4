package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorTest {

  @Test
  void autoColoursATerminalOnly() {
    assertTrue(Color.AUTO.on(true, Map.of("TERM", "xterm-256color")));
    assertFalse(Color.AUTO.on(false, Map.of("TERM", "xterm-256color")));
  }

  @Test
  void autoHonoursWhatTheEnvironmentSays() {
    assertFalse(Color.AUTO.on(true, Map.of("NO_COLOR", "1")));
    assertFalse(Color.AUTO.on(true, Map.of("TERM", "dumb")));
    assertTrue(Color.AUTO.on(true, Map.of("NO_COLOR", "")), "empty means nothing");
  }

  @Test
  void theCommandLineHasTheLastWord() {
    assertTrue(Color.ALWAYS.on(false, Map.of("NO_COLOR", "1")));
    assertFalse(Color.NEVER.on(true, Map.of()));
  }
}
