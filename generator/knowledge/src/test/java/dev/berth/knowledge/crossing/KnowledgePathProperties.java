package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KnowledgePathProperties {

  private static final Path ROOT = Path.of("/some/home");

  @Provide
  Arbitrary<List<byte[]>> parts() {
    Arbitrary<byte[]> part =
        Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of(List.of((byte) '%', (byte) '.', (byte) '\\', (byte) '\n')))
            .filter(b -> b != 0 && b != '/')
            .array(byte[].class)
            .ofMinSize(1)
            .ofMaxSize(255)
            .filter(
                bytes ->
                    !List.of(".", "..").contains(new String(bytes, StandardCharsets.ISO_8859_1)));
    return part.list().ofMinSize(1).ofMaxSize(12);
  }

  private static KnowledgePath named(List<byte[]> parts) {
    return new KnowledgePath(
        parts.stream().map(KnowledgePath::part).collect(Collectors.joining("/")));
  }

  @Property(tries = 300)
  void everyNameIsItselfAgainBelowAnyFolder(@ForAll("parts") List<byte[]> parts) {
    KnowledgePath path = named(parts);
    Path file = path.under(ROOT);
    assertEquals(parts.size() + 2, file.getNameCount());
    assertEquals(path, KnowledgePath.within(ROOT, file));
  }

  @Property(tries = 300)
  void theBytesAreThoseOfTheName(@ForAll("parts") List<byte[]> parts) {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      if (expected.size() > 0) {
        expected.write('/');
      }
      expected.writeBytes(part);
    }
    assertArrayEquals(expected.toByteArray(), named(parts).bytes());
  }

  @Property(tries = 500)
  void aNameIsNeverLongerThanTheSystemAllows(@ForAll("parts") List<byte[]> parts) {
    int length = named(parts).bytes().length;
    assertEquals(true, length <= 4095);
  }

  @Example
  void whatIsNotBelowHasNoName() {
    for (Path other : List.of(ROOT, Path.of("/some"), Path.of("/some/home2/a"), Path.of("a"))) {
      assertThrows(IllegalArgumentException.class, () -> KnowledgePath.within(ROOT, other));
    }
  }

  @Example
  void aWayOutIsNoName() {
    for (String text :
        List.of(
            "..",
            "a/..",
            "a/../b",
            "/a",
            "a/",
            "a//b",
            "",
            ".",
            "a/./b",
            "a%00b",
            "a%2Fb",
            "a\\b",
            "a b",
            "%2e%2E",
            "%2E%2E",
            "%41",
            "a%2",
            "a%0a",
            "a\u0000b",
            "a:b")) {
      assertThrows(IllegalArgumentException.class, () -> new KnowledgePath(text), text);
    }
    assertThrows(
        IllegalArgumentException.class, () -> KnowledgePath.within(ROOT, ROOT.resolve("../x")));
  }

  @Example
  void oneByteTooManyIsNoName() {
    assertEquals(255, new KnowledgePath("a".repeat(255)).bytes().length);
    assertThrows(IllegalArgumentException.class, () -> new KnowledgePath("a".repeat(256)));
    String deep = "a/".repeat(2047) + "b";
    assertEquals(4095, new KnowledgePath(deep).bytes().length);
    assertThrows(IllegalArgumentException.class, () -> new KnowledgePath(deep + "b"));
    String escaped = "%C3%A9".repeat(127) + "%C3";
    assertEquals(255, new KnowledgePath(escaped).bytes().length);
  }

  @Example
  void whatHidesIsShownInFull() {
    assertEquals("a é", KnowledgePath.of("a é").shown());
    for (String hidden : List.of("a\nb", "a\u202Eb", "a\u200Fb", "a\u001Bb", "a\u2028b")) {
      String text = KnowledgePath.of(hidden).text();
      assertEquals(text, KnowledgePath.of(hidden).shown());
    }
    assertEquals("%FF", new KnowledgePath("%FF").shown());
  }
}
