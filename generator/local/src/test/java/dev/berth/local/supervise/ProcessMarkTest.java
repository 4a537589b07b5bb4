package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProcessMarkTest {

  @Test
  void aProcessIsItselfAndNoOtherThatHasItsNumber() {
    ProcessMark own = ProcessMark.of(ProcessHandle.current());
    assertEquals(ProcessHandle.current(), own.alive().orElseThrow());
    assertTrue(new ProcessMark(own.pid(), own.started() + "1").alive().isEmpty());
  }

  @Test
  void whatEndedIsNotAlive() throws Exception {
    Process process = new ProcessBuilder("sleep", "86400").start();
    ProcessMark mark = ProcessMark.of(process.toHandle());
    assertTrue(mark.alive().isPresent());
    process.destroyForcibly().waitFor();
    assertTrue(mark.alive().isEmpty());
  }
}
