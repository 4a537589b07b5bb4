package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.berth.diagnose.Checked;
import dev.berth.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoulReaderTest {

  private static Checked<byte[]> read(byte[] bytes) {
    return new SoulReader().read(new SourceFile("souls/customer.md", bytes));
  }

  private static List<String> wrong(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8)).diagnostics().stream()
        .map(it -> it.at().line() + ":" + it.at().column() + " " + it.code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  indented first\r\nthen ---\ttabs, trailing   ",
        "{{ 7*7 }} {% raw %} {{ .Values.x }} {{ unclosed $(VAR) ${x}",
        "\uFEFF# a mark at the start",
        "caf\u00e9 \u4e2d\u6587 \u05e9\u05dc\u05d5\u05dd p\u0430yments",
        "\uD83D\uDE80 \u2764\uFE0F 1\uFE0F\u20E3 \u00A9\uFE0F",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67"
            + " \uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
        "\u2764\uFE0F\u200D\uD83D\uDD25 \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08"
            + " \uD83C\uDDE9\uD83C\uDDEA",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937"
      })
  void whatAReviewerCanSeePassesByteForByte(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(), wrong(text));
    assertArrayEquals(bytes, ((Checked.Good<byte[]>) read(bytes)).value());
  }

  @Test
  void whatAReviewerCannotSeeIsRefusedWithItsPlace() {
    assertEquals(List.of("2:3 invisible-character"), wrong("# A\nb \u202Ec"));
    assertEquals(List.of("1:2 invisible-character"), wrong("a\u200Bb"));
    assertEquals(List.of("1:2 invisible-character"), wrong("a\u200Db"));
    assertEquals(List.of("1:2 invisible-character"), wrong("a\u00ADb"));
    assertEquals(List.of("1:2 invisible-character"), wrong("a\uFE0Fb"));
    assertEquals(List.of("1:3 invisible-character"), wrong("\u2764\uFE0F\uFE0F"));
    assertEquals(List.of("1:2 invisible-character"), wrong("\uD83D\uDE80\u200D"));
    assertEquals(List.of("1:2 invisible-character"), wrong("\uD83D\uDE80\u200C\uD83D\uDE80"));
    assertEquals(List.of("1:2 control-character"), wrong("a\u001b[8m"));
  }

  @Test
  void tagCharactersAreRefusedOutsideTheThreeFlags() {
    assertEquals(List.of("1:2 invisible-character"), wrong("a\uDB40\uDC61"));
    assertEquals(
        List.of("1:2 invisible-character", "1:3 invisible-character"),
        wrong("\uD83C\uDFF4\uDB40\uDC68\uDB40\uDC69"));
  }

  @Test
  void aBinaryFileIsNotReportedByteByByte() {
    assertEquals(20, wrong("a" + "\u0001".repeat(5000)).size());
  }

  @Test
  void aSoulMustBeUtf8() {
    assertEquals("not-utf8", read(new byte[] {'a', (byte) 0xFF}).diagnostics().get(0).code());
    assertEquals(
        "utf16", read("# A".getBytes(StandardCharsets.UTF_16LE)).diagnostics().get(0).code());
  }

  @Test
  void aSoulIsAtMostAsLargeAsAConfigMapCanHold() {
    assertEquals(List.of(), wrong("x".repeat(256 * 1024)));
    assertEquals(List.of("1:1 too-large"), wrong("x".repeat(256 * 1024 + 1)));
  }

  @Test
  void aSecretInASoulIsRefusedAndNeverRepeated() {
    String key = "AKIA" + "IOSFODNN7EXAMPLE";
    Checked<byte[]> read = read(("# A\nuse " + key).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("2:5 secret-value"), wrong("# A\nuse " + key));
    assertFalse(read.diagnostics().toString().contains(key));
    assertFalse(read.diagnostics().get(0).what().contains(key));
  }
}
