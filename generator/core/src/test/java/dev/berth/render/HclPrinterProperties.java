package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HclPrinterProperties {

  /** The escapes of the language, as its specification lists them. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|([nrt\"\\\\]))");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("${}%\"\\n \n\t\r~").ofMaxLength(12),
        Arbitraries.of("${var.x}", "$${", "%{ if true }", "\ud83e\udd9e", "\u0000", "\u2028"));
  }

  @Property
  void quotedTextIsReadBackAsItWas(@ForAll("texts") String text) {
    String quoted = HclPrinter.quoted(text);
    assertTrue(quoted.chars().allMatch(each -> each >= ' ' && each <= '~'), quoted);
    String inner = quoted.substring(1, quoted.length() - 1);
    assertEquals(text, ESCAPE.matcher(inner).replaceAll(HclPrinterProperties::meant));
    assertFalse(ESCAPE.matcher(inner).replaceAll("").contains("\""), inner);
  }

  @Property
  void textIsNeverATemplate(@ForAll("texts") String text) {
    String quoted = HclPrinter.quoted(text);
    assertFalse(quoted.contains("${") || quoted.contains("%{"), quoted);
  }

  private static String meant(MatchResult escape) {
    String digits = escape.group(1) == null ? escape.group(2) : escape.group(1);
    String meant =
        digits == null
            ? Map.of("n", "\n", "r", "\r", "t", "\t", "\"", "\"", "\\", "\\").get(escape.group(3))
            : Character.toString(Integer.parseInt(digits, 16));
    return java.util.regex.Matcher.quoteReplacement(meant);
  }

  @Example
  void everyKindOfValueHasItsForm() {
    HclPrinter out = new HclPrinter(ref -> "google_thing.it." + ref.output());
    out.comment("two\nlines");
    out.block(
        "lifecycle",
        () -> {
          out.attribute("count", 3);
          out.attribute("on", true);
          out.attribute("id", new Ref("it", "id"));
          out.attribute("member", Joined.of("user:${x}", new Ref("it", "email")));
          out.attribute("list", List.of("a", new Ref("it", "id")));
          out.attribute("labels", Map.of("a-b", "c"));
        });
    assertEquals(
        """
        # two\\nlines
        lifecycle {
          count = 3
          on = true
          id = google_thing.it.id
          member = "user:\\u0024{x}${google_thing.it.email}"
          list = ["a", google_thing.it.id]
          labels = {"a-b" = "c"}
        }
        """,
        out.text());
  }
}
