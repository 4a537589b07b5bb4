package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.SecretScan;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.diagnose.YamlDiagnostic;
import dev.berth.source.Lines;
import dev.berth.source.SourcePoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The tree of one file as it grows from the parser's events, and the guard over it. */
final class YamlTree {

  static final int MOST_DEEP = 20;
  static final int MOST_NODES = 10_000;

  private final String file;
  private final Lines lines;
  private final List<Diagnostic> wrong;
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();
  private int nodes;
  private int documents;

  YamlTree(String file, String text) {
    this.file = file;
    this.lines = Lines.of(text);
    this.wrong = new ArrayList<>(TextReader.secrets(file, text));
  }

  Lines lines() {
    return lines;
  }

  void refuse(Diagnostic diagnostic) {
    wrong.add(diagnostic);
  }

  /** False when nothing after this event is worth reading. */
  boolean accept(Event event) {
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      refuse(new YamlDiagnostic.SecondDocument(point(event.getStartMark())));
      return false;
    }
    if (event instanceof CollectionEndEvent) {
      OpenNode done = open.pop();
      add(done.node(width(done.start(), event.getEndMark())));
      return true;
    }
    return !(event instanceof NodeEvent node) || accept(node);
  }

  private boolean accept(NodeEvent event) {
    SourcePoint at = point(event.getStartMark());
    if (++nodes > MOST_NODES) {
      refuse(new YamlDiagnostic.TooManyNodes(at, MOST_NODES));
      return false;
    }
    int width = width(event.getStartMark(), event.getEndMark());
    if (event instanceof AliasEvent) {
      refuse(new YamlDiagnostic.Alias(at, width, event.getAnchor()));
      add(new YamlNode.Scalar(at, width, "", true));
      return true;
    }
    if (event.getAnchor() != null) {
      refuse(anchor(at, event.getAnchor()));
    }
    if (event instanceof ScalarEvent scalar) {
      addScalar(scalar, at, width);
      return true;
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (start.getTag() != null) {
      refuse(new YamlDiagnostic.ExplicitTag(at, 1));
    }
    if (open.size() == MOST_DEEP) {
      refuse(new YamlDiagnostic.TooDeep(at, MOST_DEEP));
      return false;
    }
    open.push(new OpenNode(at, event.getStartMark(), event instanceof MappingStartEvent));
    return true;
  }

  /** The parser starts a value at its tag when that stands before the anchor. */
  private Diagnostic anchor(SourcePoint value, String name) {
    String line = lines.line(value.line());
    int from = line.offsetByCodePoints(0, value.column() - 1);
    int index = line.indexOf("&" + name, from);
    if (index < 0) {
      return new YamlDiagnostic.Anchor(value, 1, name);
    }
    SourcePoint at = lines.point(file, lines.start(value.line()) + index);
    return new YamlDiagnostic.Anchor(at, name.codePointCount(0, name.length()) + 1, name);
  }

  private void addScalar(ScalarEvent event, SourcePoint at, int width) {
    if (event.getTag() != null) {
      refuse(new YamlDiagnostic.ExplicitTag(at, 1));
    }
    String text = event.getValue();
    if (event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
      wrong.addAll(HiddenCharacters.escapedIn(text, at, width));
    }
    boolean told = wrong.stream().anyMatch(it -> it instanceof TextDiagnostic.SecretValue);
    if (!told) {
      // Escapes and folded lines can hide a secret from the look at the raw text.
      SecretScan.find(text).stream()
          .limit(1)
          .forEach(it -> refuse(new TextDiagnostic.SecretValue(at, width, it.kind())));
    }
    add(new YamlNode.Scalar(at, width, text, !event.isPlain()));
  }

  private void add(YamlNode node) {
    if (open.isEmpty()) {
      root = Optional.of(node);
    } else {
      open.peek().add(node).ifPresent(wrong::add);
    }
  }

  /** Everything that is wrong; nothing exactly when {@link #root} may be asked for. */
  List<Diagnostic> wrong() {
    boolean nothing = root.filter(it -> !isNothing(it)).isEmpty();
    if (wrong.isEmpty() && nothing) {
      return List.of(new YamlDiagnostic.EmptyFile(SourcePoint.startOf(file)));
    }
    root.filter(it -> !(it instanceof YamlNode.Mapping))
        .filter(it -> wrong.isEmpty())
        .ifPresent(it -> refuse(new YamlDiagnostic.NotAMapping(it.at(), it.width())));
    return wrong;
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Scalar it && it.text().isEmpty() && !it.quoted();
  }

  YamlNode.Mapping root() {
    return (YamlNode.Mapping) root.orElseThrow();
  }

  private SourcePoint point(Mark mark) {
    // The parser's lines and columns start at 0, ours at 1.
    return new SourcePoint(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private int width(Mark start, Mark end) {
    if (start.getLine() == end.getLine()) {
      return Math.max(1, end.getColumn() - start.getColumn());
    }
    String line = lines.line(start.getLine() + 1).stripTrailing();
    return Math.max(1, line.codePointCount(0, line.length()) - start.getColumn());
  }
}
