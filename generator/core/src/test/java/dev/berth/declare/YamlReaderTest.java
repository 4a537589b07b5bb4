package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.YamlDiagnostic;
import dev.berth.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  private static final String FILE = "agents/support/customer.yaml";

  private static Checked<YamlNode.Mapping> read(String text) {
    return new YamlReader().read(SourceFile.of(FILE, text));
  }

  private static List<String> wrong(String text) {
    return wrong(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code line:column:width code} of each diagnostic. */
  private static List<String> wrong(byte[] bytes) {
    return new YamlReader()
        .read(new SourceFile(FILE, bytes)).diagnostics().stream()
            .map(it -> it.at().line() + ":" + it.at().column() + ":" + it.width() + " " + it.code())
            .toList();
  }

  private static YamlNode.Mapping good(String text) {
    Checked<YamlNode.Mapping> read = read(text);
    assertEquals(List.of(), read.diagnostics());
    return ((Checked.Good<YamlNode.Mapping>) read).value();
  }

  private static YamlNode.Scalar scalar(String text) {
    return (YamlNode.Scalar) good(text).entries().get(0).value();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
    return bytes;
  }

  @Test
  void everyValueKnowsItsPlaceAndWidth() {
    YamlNode.Mapping root =
        good("model: anthropic/x # why\nlimits: { cpu: 1 }\negress:\n  - 'a b'\n");
    assertEquals(
        List.of("1:1:5", "2:1:6", "3:1:6"),
        root.entries().stream().map(it -> place(it.key())).toList());
    assertEquals(
        List.of("1:8:11", "2:9:10", "4:3:7"),
        root.entries().stream().map(it -> place(it.value())).toList());
    assertEquals("1:1:24", place(root));
    assertEquals(
        "4:5:5", place(((YamlNode.Sequence) root.entries().get(2).value()).items().get(0)));
  }

  private static String place(YamlNode node) {
    return node.at().line() + ":" + node.at().column() + ":" + node.width();
  }

  @Test
  void columnsCountCharactersNotCodeUnits() {
    assertEquals("1:4:3", place(good("\uD83D\uDE80: \uD83D\uDE80ab\n").entries().get(0).value()));
  }

  @ParameterizedTest
  @CsvSource({"no", "012", "12:30:45", "1_000", "2024-01-01", "~", "0x1F", "1e3", ".inf", "'<<'"})
  void noTypeIsGuessedFromText(String text) {
    assertEquals(text, scalar("cpu: " + text + "\n").text());
  }

  @Test
  void quotesAndBlocksAreToldFromPlainText() {
    assertTrue(scalar("cpu: '1'").quoted());
    assertTrue(scalar("cpu: \"1\"").quoted());
    assertTrue(scalar("cpu: |\n  1").quoted());
    assertTrue(!scalar("cpu: 1").quoted());
  }

  @Test
  void theBillionLaughsAreRefusedAtTheFirstName() {
    String text =
        "a: &a [x]\n"
            + IntStream.range(0, 10)
                .mapToObj(i -> "k" + i + ": &k" + i + " [*a, *a, *a, *a, *a]\n")
                .collect(Collectors.joining());
    assertEquals(
        List.of("1:4:2 anchor", "2:5:3 anchor", "2:10:2 alias"), wrong(text).subList(0, 3));
  }

  @Test
  void anAliasOfOneScalarIsRefusedToo() {
    assertEquals(List.of("1:4:2 anchor", "2:4:2 alias"), wrong("a: &x 1\nb: *x\n"));
  }

  @Test
  void anAliasOfItsOwnListIsRefused() {
    assertEquals(List.of("1:4:2 anchor", "1:8:2 alias"), wrong("a: &a [*a]\n"));
  }

  @Test
  void aKeyWrittenTwiceIsRefusedWhereItStandsAgain() {
    Diagnostic twice = read("soul: a\nmodel: m\n'soul': b\n").diagnostics().get(0);
    assertEquals("3:1:6 duplicate-key", wrong("soul: a\nmodel: m\n'soul': b\n").get(0));
    assertTrue(twice.what().contains("line 1"), twice.what());
    assertEquals(List.of(), wrong("a: { k: 1 }\nb: { k: 1 }\n"));
  }

  @Test
  void theMergeKeyIsRefusedUnlessItIsQuoted() {
    assertEquals(List.of("1:1:2 merge-key"), wrong("<<: { a: 1 }\n"));
    assertEquals(List.of(), wrong("'<<': 1\n"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "k: !!javax.script.ScriptEngineManager []",
        "k: !foo bar",
        "k: !!binary aGk=",
        "k: !!str 1",
        "k: ! 1",
        "k: !<tag:x> {}"
      })
  void everyTagIsRefused(String text) {
    assertEquals(List.of("1:4:1 explicit-tag"), wrong(text));
  }

  @Test
  void oneByteOrderMarkIsPassedOver() {
    assertEquals("1:1:7", place(good("\uFEFFsoul: a\n")));
    assertEquals(List.of("1:1:1 invisible-character"), wrong("\uFEFF\uFEFFsoul: a\n"));
  }

  @Test
  void utf16IsRefusedWithAndWithoutItsMark() {
    String text = "soul: a\n";
    List<String> refused = List.of("1:1:1 utf16");
    assertEquals(refused, wrong(text.getBytes(StandardCharsets.UTF_16)));
    assertEquals(refused, wrong(text.getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(refused, wrong(text.getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWhereTheyStand() {
    assertEquals(List.of("2:2:1 not-utf8"), wrong(bytes('a', ':', '\n', ' ', 0xFF, 'x')));
    assertEquals(List.of("1:4:1 not-utf8"), wrong(bytes('a', ':', ' ', 0xC0, 0x80)));
    assertEquals(List.of("1:4:1 not-utf8"), wrong(bytes('a', ':', ' ', 0xED, 0xA0, 0x80)));
    assertEquals(List.of("1:4:1 not-utf8"), wrong(bytes('a', ':', ' ', 0xE2, 0x82)));
  }

  @Test
  void controlCharactersAreRefusedRawAndEscaped() {
    assertEquals(List.of("1:4:1 control-character"), wrong("a: \u0000\n"));
    assertEquals(List.of("1:5:1 control-character"), wrong("a: x\u001b[31m\n"));
    assertEquals(List.of("1:5:1 control-character"), wrong("a: x\u007f\n"));
    assertEquals(List.of("1:4:4 control-character"), wrong("a: \"\\0\"\n"));
    assertEquals(List.of("1:4:6 control-character"), wrong("a: \"\\x1b\"\n"));
    assertEquals(List.of("1:4:8 control-character"), wrong("a: \"\\ud800\"\n"));
    assertEquals(List.of("1:4:4 control-character"), wrong("a: \"\\N\"\n"));
    assertEquals(List.of("1:4:8 invisible-character"), wrong("a: \"\\u202e\"\n"));
    assertEquals("a\tb\nc", scalar("a: \"a\\tb\\nc\"\n").text());
  }

  @Test
  void aTabMayNotIndent() {
    assertEquals(List.of("2:1:1 bad-yaml"), wrong("limits:\n\tcpu: 1\n"));
    assertTrue(read("limits:\n\tcpu: 1\n").diagnostics().get(0).what().contains("tab"));
  }

  @Test
  void noCharacterButLineFeedAndCarriageReturnStartsALine() {
    assertEquals(List.of("1:5:1 control-character"), wrong("a: x\u0085b: 2\n"));
    assertEquals(List.of("1:5:1 control-character"), wrong("a: x\u2028b: 2\n"));
    assertEquals(List.of("1:5:1 control-character"), wrong("a: x\u2029b: 2\n"));
    assertEquals(2, good("a: x\r\nb: 2\r\n").entries().size());
  }

  @Test
  void aFileHoldsExactlyOneMapping() {
    assertEquals(List.of("1:1:1 empty-file"), wrong(""));
    assertEquals(List.of("1:1:1 empty-file"), wrong("# nothing\n\n"));
    assertEquals(List.of("1:1:1 empty-file"), wrong("---\n"));
    assertEquals(List.of("1:1:4 not-a-mapping"), wrong("word\n"));
    assertEquals(List.of("1:1:3 not-a-mapping"), wrong("- a\n- b\n"));
    assertEquals(List.of("2:1:3 second-document"), wrong("a: 1\n---\nb: 2\n"));
    assertEquals(List.of("2:1:3 second-document"), wrong("a: 1\n---\n"));
    assertEquals(List.of(), wrong("---\na: 1\n...\n"));
    assertEquals(List.of(), wrong("{}\n"));
  }

  @ParameterizedTest
  @CsvSource({"[", "'- '", "'? '", "'{a: '"})
  void valuesInValuesStopAtTwentyLevels(String opening) {
    assertEquals(List.of("too-deep"), codes("k: \n " + opening.repeat(50_000)));
  }

  @Test
  void twentyLevelsAreRead() {
    assertEquals(List.of(), wrong("k: " + "[".repeat(19) + "]".repeat(19) + "\n"));
    assertEquals(List.of("too-deep"), codes("k: " + "[".repeat(20) + "]".repeat(20) + "\n"));
  }

  private static List<String> codes(String text) {
    return read(text).diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void keysAndValuesStopAtTenThousand() {
    assertEquals(List.of(), codes("k: [" + "a,".repeat(9_996) + "a]"));
    assertEquals(List.of("too-many-nodes"), codes("k: [" + "a,".repeat(9_997) + "a]"));
  }

  @Test
  void aFileAboveItsLimitIsNotParsed() {
    assertEquals(List.of("too-large"), codes("a: " + "x".repeat(256 * 1024)));
    assertEquals(List.of(), codes("a: " + "x".repeat(256 * 1024 - 3)));
  }

  @Test
  void onlyAWordMayBeAKey() {
    assertEquals(List.of("1:3:3 complex-key"), wrong("? [a]\n: b\n"));
    assertEquals(List.of("1:5:5 complex-key"), wrong("a: {{ x }}\n"));
  }

  @Test
  void invisibleCharactersAreRefusedAlsoInComments() {
    assertEquals(List.of("1:4:1 invisible-character"), wrong("a: \u202Eb\n"));
    assertEquals(List.of("1:5:1 invisible-character"), wrong("a: b\u200B\n"));
    assertEquals(List.of("1:9:1 invisible-character"), wrong("a: b # x\uDB40\uDC41\n"));
  }

  @Test
  void allMistakesOfAFileAreToldAtOnce() {
    assertEquals(
        List.of("1:4:2 anchor", "2:4:1 explicit-tag", "3:1:1 duplicate-key", "4:4:1 bad-yaml"),
        wrong("a: &x 1\nb: !y 2\na: 3\nc: @\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 'x                | 1:4 UNCLOSED_QUOTE",
        "a: [x                | 1:4 UNCLOSED_BRACKET",
        "a: {x: 1             | 1:4 UNCLOSED_BRACKET",
        "a: b: c              | 1:5 NESTED_COLON",
        "a: - b               | 1:4 NESTED_ITEM",
        "a: `b`               | 1:4 RESERVED_CHARACTER",
        "a: \"\\q\"           | 1:6 ESCAPE",
        "a: 1~word~b: 2       | 2:1 NOT_A_KEY",
        "a: 1~  b: 2          | 2:3 INDENTATION",
        "word~b: 2            | 1:1 NOT_A_KEY",
        "a:~  word x~  b: 2   | 2:3 NOT_A_KEY",
        "'  a: 1~b: 2'        | 2:1 INDENTATION",
        "a: 1~word            | 2:1 NOT_A_KEY",
      })
  void textThatIsAlmostYamlIsExplained(String text, String expected) {
    Diagnostic first = read(text.replace('~', '\n') + "\n").diagnostics().get(0);
    var bad = (YamlDiagnostic.BadYaml) first;
    assertEquals(expected, bad.at().line() + ":" + bad.at().column() + " " + bad.form());
  }

  @Test
  void aSecretIsRefusedInAValueACommentAndBehindEscapes() {
    String key = "AKIA" + "IOSFODNN7EXAMPLE";
    assertEquals(List.of("1:4:20 secret-value"), wrong("a: " + key + "\n"));
    assertEquals(List.of("1:8:20 secret-value"), wrong("a: b # " + key + "\n"));
    assertEquals(
        List.of("1:4:25 secret-value"), wrong("a: \"\\x41KIA" + key.substring(4) + "\"\n"));
  }
}
