package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hubspot.jinjava.Jinjava;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as what was meant. */
class RenderProperties {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Property
  void filteredTextIsTheSameInYamlAndInJson(@ForAll("basicTexts") String text)
      throws JsonProcessingException {
    String written = (String) new YamlFilter().filter(text, new Jinjava().newInterpreter());
    assertTrue(written.chars().allMatch(each -> each >= ' ' && each <= '~'), written);
    assertEquals(text, YamlParser.parse("a: " + written + "\n").get("a"));
    assertEquals(text, JSON.readValue(written, String.class));
  }

  @Property
  void printedYamlIsReadBackAsItWas(@ForAll("documents") Map<String, Object> document) {
    String printed = YamlPrinter.print(document);
    assertEquals(document, YamlParser.parse(printed));
    assertTrue(printed.chars().allMatch(each -> each == '\n' || (each >= ' ' && each <= '~')));
    assertEquals(printed, YamlPrinter.print(document));
  }

  @Example
  void aLongTextStaysOnOneLine() {
    String soul = "QUJD".repeat(50_000) + " x ".repeat(100);
    assertEquals(2, YamlPrinter.print(Map.of("soul", soul, "a", 1)).lines().count());
  }

  @Example
  void aWordSomeReaderTakesForSomethingElseIsQuoted() {
    for (String word : List.of("true", "No", "yes", "ON", "off", "y", "N", "null", "1e3", "0o17")) {
      assertEquals("\"" + word + "\"\n", YamlPrinter.print(word));
    }
    assertEquals("agents\n", YamlPrinter.print("agents"));
  }

  @Example
  void theSameListTwiceIsWrittenTwice() {
    List<String> list = List.of("a");
    assertFalse(YamlPrinter.print(Map.of("x", list, "y", list)).contains("&"));
  }

  @Provide
  Arbitrary<String> basicTexts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(30)
        .map(
            text ->
                text.codePoints()
                    .filter(each -> each < 0xd800 || (each > 0xdfff && each < 0x10000))
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }

  @Provide
  Arbitrary<Map<String, Object>> documents() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.of(
                "yes",
                "No",
                "~",
                "null",
                "1e3",
                "0o17",
                "0x1F",
                "1:30",
                "2026-01-01",
                "",
                " a",
                "a ",
                "a: b",
                "- a",
                "#",
                "a #b",
                "&a",
                "*a",
                "!t",
                "<<",
                "=",
                "\n",
                "a\r\nb",
                "\u0000",
                "\u0085",
                "\u2028",
                "\ud83e\udd9e",
                "{{ 7*7 }}",
                "'",
                "\"",
                "\\"),
            Arbitraries.strings().ascii().ofMaxLength(12));
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            words.map(each -> (Object) each),
            Arbitraries.integers().map(each -> (Object) each),
            Arbitraries.of(true, false).map(each -> (Object) each));
    Arbitrary<Object> values =
        Arbitraries.lazyOf(
            () -> leaves,
            () -> leaves,
            () -> leaves.list().ofMaxSize(4).map(each -> (Object) each),
            () ->
                Arbitraries.maps(words, leaves.list().ofMaxSize(3))
                    .ofMaxSize(3)
                    .map(each -> (Object) each));
    return Arbitraries.maps(words, values).ofMaxSize(5);
  }
}
