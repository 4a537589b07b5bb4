package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.berth.diagnose.Checked;
import dev.berth.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor and Berth say the same of a file: every key once good, once bad. */
class SchemaAgreementTest {

  record Document(Kind kind, String text, boolean good) {
    @Override
    public String toString() {
      return kind + ": " + text.replace("\n", "; ");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("documents")
  void theSchemaAndTheReaderAgree(Document document) throws Exception {
    var read =
        new DeclarationReader()
            .read(SourceFile.of("x.yaml", document.text()), document.kind().shape());
    assertEquals(document.good(), read.diagnostics().isEmpty(), () -> "" + read.diagnostics());
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(JsonSchema.of(document.kind()));
    JsonNode value =
        JSON.valueToTree(
            asEditorsReadIt(
                new YamlReader().read(SourceFile.of("x.yaml", document.text()))
                        instanceof Checked.Good<YamlNode.Mapping> good
                    ? good.value()
                    : fail()));
    var said = schema.validate(value);
    assertEquals(document.good(), said.isEmpty(), () -> "" + said);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyExampleInTheDescriptionPasses(Kind kind) {
    List<String> wrong = new ArrayList<>();
    for (Key<?> key : kind.shape().keys()) {
      Document document = new Document(kind, with(kind, key.name(), key.example()), true);
      var read =
          new DeclarationReader().read(SourceFile.of("x.yaml", document.text()), kind.shape());
      read.diagnostics().forEach(each -> wrong.add(key.name() + ": " + each));
    }
    assertEquals(List.of(), wrong);
  }

  static Stream<Kind> kinds() {
    return Stream.of(Kind.values());
  }

  static Stream<Document> documents() {
    List<Document> documents = new ArrayList<>();
    documents.add(new Document(Kind.TEAM, with(Kind.TEAM, "shard", "shard: \"1\""), false));
    for (Kind kind : Kind.values()) {
      documents.add(new Document(kind, with(kind, "", ""), true));
      documents.add(new Document(kind, with(kind, "nonsense", "nonsense: 1"), false));
      for (Key<?> key : kind.shape().keys()) {
        samples(key.name() + ": ", "", key.shape(), key.example())
            .forEach(
                each ->
                    documents.add(
                        new Document(kind, with(kind, key.name(), each.text()), each.good())));
        if (key.required()) {
          documents.add(new Document(kind, without(kind, key.name()), false));
        }
      }
    }
    assertTrue(documents.size() > 100, () -> "only " + documents.size());
    return documents.stream();
  }

  private record Sample(String text, boolean good) {}

  /** A line for every key below {@code shape}: its own example, and something it is not. */
  private static List<Sample> samples(String before, String after, Shape<?> shape, String line) {
    List<Sample> samples = new ArrayList<>();
    samples.add(
        new Sample(
            line.startsWith(before) && after.isEmpty() ? line : before + shape.example() + after,
            true));
    String bad = shape instanceof Leaf<?> ? "[ x ]" : "\"?\"";
    samples.add(new Sample(before + bad + after, false));
    if (shape instanceof Leaf<?> leaf) {
      String broken = leaf.rule().form() instanceof Form.AnyScalar ? "\" \"" : "\"? ?\"";
      samples.add(new Sample(before + broken + after, false));
    } else if (shape instanceof ListOf<?> list) {
      samples.addAll(samples(before + "[ ", " ]" + after, list.item(), ""));
    } else if (shape instanceof MapOf<?, ?> map) {
      String name = map.names().example();
      samples.addAll(samples(before + "{ " + name + ": ", " }" + after, map.value(), ""));
      samples.add(new Sample(before + "{ \"? ?\": " + map.value().example() + " }" + after, false));
    } else if (shape instanceof Keys<?> keys) {
      samples.add(new Sample(before + "{ nonsense: 1 }" + after, false));
      for (Key<?> key : keys.keys()) {
        StringBuilder others = new StringBuilder("{ ");
        keys.keys().stream()
            .filter(other -> other.required() && other != key)
            .forEach(other -> others.append(other.example()).append(", "));
        samples.addAll(samples(before + others + key.name() + ": ", " }" + after, key.shape(), ""));
      }
    } else if (shape instanceof KeyAndNames<?, ?, ?, ?> both) {
      samples.addAll(
          samples(
              before + "{ " + both.known().name() + ": ", " }" + after, both.known().shape(), ""));
      samples.addAll(samples(before, after, both.names(), ""));
    }
    return samples;
  }

  /** A file with every required key, and {@code line} for {@code key}. */
  private static String with(Kind kind, String key, String line) {
    StringBuilder text = new StringBuilder();
    for (Key<?> each : kind.shape().keys()) {
      if (each.required() && !each.name().equals(key)) {
        text.append(each.example()).append('\n');
      }
    }
    text.append(line).append('\n');
    return text.toString().isBlank() ? "soul: customer\n" : text.toString();
  }

  private static String without(Kind kind, String key) {
    return with(kind, key, "");
  }

  /** The core schema of YAML 1.2: `on` and `no` are texts, `1` and `true` are not. */
  private static Object asEditorsReadIt(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach(e -> map.put(e.key().text(), asEditorsReadIt(e.value())));
      return map;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream().map(SchemaAgreementTest::asEditorsReadIt).toList();
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    if (!scalar.quoted() && scalar.text().matches("true|false")) {
      return Boolean.valueOf(scalar.text());
    }
    return !scalar.quoted() && scalar.text().matches("-?[0-9]+(\\.[0-9]+)?")
        ? new BigDecimal(scalar.text())
        : scalar.text();
  }
}
