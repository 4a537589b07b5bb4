package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.berth.diagnose.Checked;
import dev.berth.source.SourcePoint;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeclarationProperties {

  private static final SourcePoint AT = new SourcePoint("x.yaml", 1, 1);

  /** Whatever tree of nodes stands in a file, it is read or refused in words. */
  @Property(tries = 1000)
  void noTreeOfNodesMakesAReaderThrow(@ForAll("mappings") YamlNode.Mapping root) {
    for (Kind kind : Kind.values()) {
      Checked<?> read = DeclarationReader.read(root, kind.shape());
      read.diagnostics().forEach(each -> assertFalse((each.what() + each.mend()).isBlank()));
    }
  }

  @Property(tries = 300)
  void theOrderOfKeysChangesNoMessage(@ForAll("mappings") YamlNode.Mapping root) {
    List<YamlNode.Entry> turned = new java.util.ArrayList<>(root.entries());
    java.util.Collections.reverse(turned);
    YamlNode.Mapping other = new YamlNode.Mapping(AT, 1, turned);
    assertEquals(messages(root), messages(other));
  }

  private static List<String> messages(YamlNode.Mapping root) {
    return DeclarationReader.read(root, AgentKeys.SHAPE).diagnostics().stream()
        .map(each -> each.what() + each.mend())
        .sorted()
        .toList();
  }

  @Provide
  Arbitrary<YamlNode.Mapping> mappings() {
    return mapping(nodes(3));
  }

  private static Arbitrary<YamlNode> nodes(int depth) {
    Arbitrary<YamlNode> scalars = scalar().map(each -> each);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<YamlNode> below = nodes(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        below.list().ofMaxSize(3).map(items -> new YamlNode.Sequence(AT, 1, items)),
        mapping(below).map(each -> each));
  }

  private static Arbitrary<YamlNode.Mapping> mapping(Arbitrary<YamlNode> values) {
    return Combinators.combine(scalar(), values)
        .as(YamlNode.Entry::new)
        .list()
        .ofMaxSize(5)
        .uniqueElements(entry -> entry.key().text())
        .map(entries -> new YamlNode.Mapping(AT, 1, entries));
  }

  private static Arbitrary<YamlNode.Scalar> scalar() {
    Arbitrary<String> words =
        Arbitraries.of(
            "owner",
            "quota",
            "cpu",
            "memory",
            "agents",
            "soul",
            "channels",
            "discord",
            "token",
            "knowledge",
            "own",
            "none",
            "faq",
            "read-only",
            "limits",
            "egress",
            "iam",
            "role",
            "openclaw",
            "image",
            "environments",
            "dev",
            "target",
            "gke",
            "pools",
            "nodes",
            "1",
            "500m",
            "2Gi",
            "true",
            "",
            "-",
            "*",
            "api.example.com",
            "topic/escalations");
    return Combinators.combine(
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, words),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(90))),
            Arbitraries.of(true, false))
        .as((text, quoted) -> new YamlNode.Scalar(AT, Math.max(1, text.length()), text, quoted));
  }
}
