package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.source.Lines;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class YamlProperties {

  private static final String FILE = "agents/a/b.yaml";
  private static final SourcePoint HERE = SourcePoint.startOf(FILE);

  private final YamlReader reader = new YamlReader();

  @Property
  void noBytesMakeAReaderThrow(@ForAll byte[] bytes) {
    everyDiagnosticIsInside(new SourceFile(FILE, bytes));
  }

  @Property(tries = 2000)
  void noTextMakesAReaderThrow(@ForAll("almostYaml") String text) {
    everyDiagnosticIsInside(SourceFile.of(FILE, text));
  }

  private void everyDiagnosticIsInside(SourceFile file) {
    List<Diagnostic> wrong = new ArrayList<>(reader.read(file).diagnostics());
    wrong.addAll(new SoulReader().read(file).diagnostics());
    Lines lines = Lines.of(file);
    for (Diagnostic diagnostic : wrong) {
      SourcePoint at = diagnostic.at();
      assertTrue(at.line() <= lines.count(), diagnostic::toString);
      String line = lines.line(at.line());
      int length = line.codePointCount(0, line.length());
      assertTrue(at.column() <= length + 1, diagnostic::toString);
      assertTrue(diagnostic.width() >= 1, diagnostic::toString);
      assertTrue(
          at.column() + diagnostic.width() <= Math.max(length, at.column()) + 1,
          () -> diagnostic + " in " + length);
    }
  }

  @Property(tries = 2000)
  void whatIsReadAndPrintedIsReadTheSame(@ForAll("almostYaml") String text) {
    if (reader.read(SourceFile.of(FILE, text)) instanceof Checked.Good<YamlNode.Mapping> good) {
      assertEquals(shape(good.value()), shape(printedAndRead(good.value())));
    }
  }

  @Property
  void whatIsPrintedIsReadTheSame(@ForAll("mappings") YamlNode.Mapping root) {
    assertEquals(shape(root), shape(printedAndRead(root)));
  }

  private YamlNode.Mapping printedAndRead(YamlNode.Mapping root) {
    String printed = new YamlPrinter().print(root);
    Checked<YamlNode.Mapping> read = reader.read(SourceFile.of(FILE, printed));
    assertEquals(List.of(), read.diagnostics(), printed);
    return ((Checked.Good<YamlNode.Mapping>) read).value();
  }

  /** A node without its places. */
  private static String shape(YamlNode node) {
    if (node instanceof YamlNode.Scalar it) {
      return (it.quoted() ? "quoted " : "plain ") + it.text().length() + " " + it.text();
    }
    if (node instanceof YamlNode.Sequence it) {
      return it.items().stream()
          .map(YamlProperties::shape)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((YamlNode.Mapping) node)
        .entries().stream()
            .map(it -> shape(it.key()) + ": " + shape(it.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Pieces of YAML in any order: now and then they are YAML. */
  @Provide
  Arbitrary<String> almostYaml() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "a",
            "b",
            "key",
            "a: ",
            "b: ",
            "c:",
            "- ",
            "? ",
            ": ",
            "\n",
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "  ",
            "\t",
            "\r\n",
            "\r",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            "\"",
            "|",
            ">",
            "|-\n  ",
            ">+2",
            "#",
            " # x",
            "&a ",
            "*a",
            "!",
            "!!str ",
            "!<a>",
            "<<: ",
            "---",
            "--- ",
            "...",
            "%YAML 1.1",
            "%YAML 99999999999.1",
            "%TAG ! tag:a",
            "%",
            "@",
            "`",
            "\\",
            "\\x41",
            "\\U00110000",
            "\\UFFFFFFFF",
            "\\ud800",
            "\\0",
            "\\N",
            "~",
            "no",
            "1_0",
            "-",
            "--",
            "?",
            ":",
            "::",
            "\u00e9",
            "\uD83D\uDE80",
            "\u0085",
            "\u2028",
            "\u202E",
            "\u200D",
            "\uFEFF",
            "\u0000",
            "AKIAIOSFODNN7EXAMPL0");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(5);
    Arbitrary<String> soup =
        Arbitraries.frequencyOf(Tuple.of(30, piece), Tuple.of(1, any))
            .list()
            .ofMaxSize(24)
            .map(pieces -> String.join("", pieces));
    Arbitrary<String> lines =
        soup.map(text -> text.substring(0, Math.min(6, text.length())))
            .list()
            .ofMaxSize(4)
            .map(YamlProperties::asKeysOrValues);
    return Arbitraries.oneOf(soup, lines);
  }

  /** Each text as a key, a value, an item and in a list, by turns. */
  private static String asKeysOrValues(List<String> texts) {
    List<String> forms =
        List.of("k%d: %s\n", "%2$s%1$d: a\n", "l%d:\n  - %s\n", "m%d: [ %s , x ]\n");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lines.append(String.format(Locale.ROOT, forms.get(i % forms.size()), i, texts.get(i)));
    }
    return lines.toString();
  }

  @Provide
  Arbitrary<YamlNode.Mapping> mappings() {
    return Arbitraries.randomValue(random -> mapping(random, 4));
  }

  private static YamlNode node(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 3) {
      return mapping(random, depth - 1);
    }
    if (kind < 2) {
      return scalar(random);
    }
    List<YamlNode> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(node(random, depth - 1));
    }
    return new YamlNode.Sequence(HERE, 1, items);
  }

  private static YamlNode.Mapping mapping(Random random, int depth) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      YamlNode.Scalar key = scalar(random);
      entries.putIfAbsent(key.text(), new YamlNode.Entry(key, node(random, depth)));
    }
    return new YamlNode.Mapping(HERE, 1, List.copyOf(entries.values()));
  }

  /** A plain word, or any text that may stand in quotes. */
  private static YamlNode.Scalar scalar(Random random) {
    boolean quoted = random.nextBoolean();
    String alphabet =
        quoted
            ? "ab \"'\\\n\t:#-?,[]{}&*!|>%@`~<=\u00e9\u4e2d"
            : "abcdefghijklmnopqrstuvwxyz0123456789._-/";
    StringBuilder text = new StringBuilder(quoted ? "" : "x");
    for (int i = random.nextInt(random.nextInt(50) == 0 ? 2000 : 12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return new YamlNode.Scalar(HERE, 1, text.toString(), quoted);
  }
}
