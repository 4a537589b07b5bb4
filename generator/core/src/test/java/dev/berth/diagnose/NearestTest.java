package dev.berth.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> KNOWN = List.of("memory", "cpu", "disk");

  @Test
  void twoEditsAreTheSameWordAndThreeAreNot() {
    assertEquals(Optional.of("memory"), Nearest.to("memroy", KNOWN));
    assertEquals(Optional.of("memory"), Nearest.to("Memory", KNOWN));
    assertEquals(Optional.of("memory"), Nearest.to("mem0rys", KNOWN));
    assertEquals(Optional.empty(), Nearest.to("m3m0rys", KNOWN));
  }

  @Test
  void aWordUnlikeAllGetsTheList() {
    assertEquals(
        "write one of memory, cpu, disk, or remove the line",
        Nearest.mend("colour", KNOWN, "remove the line"));
    assertEquals("write `disk`, or remove the line", Nearest.mend("dsk", KNOWN, "remove the line"));
    assertEquals("remove the line", Nearest.mend("disk", List.of(), "remove the line"));
  }

  @Test
  void ofEquallyNearWordsTheFirstInTheAlphabetIsTaken() {
    assertEquals(Optional.of("cat"), Nearest.to("bat", List.of("hat", "cat")));
  }
}
