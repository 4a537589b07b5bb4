package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.YamlDiagnostic;
import dev.berth.diagnose.YamlForm;
import dev.berth.source.Lines;
import dev.berth.source.SourcePoint;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in the user's words what the parser says in its own. */
final class YamlMistakes {

  private static final Pattern BEYOND_UNICODE = Pattern.compile("\\\\U(?!0010|000)[0-9A-Fa-f]{8}");

  private YamlMistakes() {}

  /** An escape such as {@code \\UFFFFFFFF}. */
  static Diagnostic beyondUnicode(String file, Lines lines) {
    Matcher matcher = BEYOND_UNICODE.matcher(lines.text());
    SourcePoint at =
        matcher.find() ? lines.point(file, matcher.start()) : SourcePoint.startOf(file);
    return new YamlDiagnostic.BadYaml(at, YamlForm.ESCAPE);
  }

  static Diagnostic diagnostic(String file, Lines lines, MarkedYAMLException mistake) {
    YamlForm form = form(text(mistake.getProblem()), text(mistake.getContext()));
    // The parser notices these late, at the end of the file or in a later line.
    Mark mark =
        switch (form) {
          case UNCLOSED_QUOTE, UNCLOSED_BRACKET, NOT_A_KEY -> mistake.getContextMark();
          default -> mistake.getProblemMark();
        };
    SourcePoint at = point(file, lines, mark);
    return form == YamlForm.NESTED_COLON
        ? misplacedColon(file, lines, at)
        : new YamlDiagnostic.BadYaml(at, form);
  }

  /** The first key of a line is refused for what is wrong with the line above, or its indent. */
  private static Diagnostic misplacedColon(String file, Lines lines, SourcePoint at) {
    String line = lines.line(at.line());
    boolean firstKey = line.indexOf(": ") == line.offsetByCodePoints(0, at.column() - 1);
    int above = at.line() - 1;
    if (!firstKey || above < 1 || lines.line(above).isBlank()) {
      return new YamlDiagnostic.BadYaml(at, YamlForm.NESTED_COLON);
    }
    boolean keyAbove = lines.line(above).contains(":");
    int wrong = keyAbove ? at.line() : above;
    int indent = lines.line(wrong).length() - lines.line(wrong).stripLeading().length();
    return new YamlDiagnostic.BadYaml(
        new SourcePoint(file, wrong, indent + 1),
        keyAbove ? YamlForm.INDENTATION : YamlForm.NOT_A_KEY);
  }

  /** The parser points past the last line when it misses something there. */
  private static SourcePoint point(String file, Lines lines, @Nullable Mark mark) {
    if (mark == null) {
      return SourcePoint.startOf(file);
    }
    int line = Math.min(mark.getLine() + 1, lines.count());
    int column = mark.getColumn() + 1;
    while (line > 1 && lines.line(line).isBlank()) {
      line--;
      column = Integer.MAX_VALUE;
    }
    String text = lines.line(line);
    return new SourcePoint(file, line, Math.min(column, text.codePointCount(0, text.length()) + 1));
  }

  private static YamlForm form(String problem, String context) {
    if (problem.contains("'\\t(TAB)'")) {
      return YamlForm.TAB;
    }
    if (context.contains("scanning a quoted scalar")) {
      return YamlForm.UNCLOSED_QUOTE;
    }
    if (context.contains("parsing a flow")) {
      return YamlForm.UNCLOSED_BRACKET;
    }
    if (context.contains("scanning a double-quoted scalar")) {
      return YamlForm.ESCAPE;
    }
    if (problem.contains("mapping values are not allowed")
        || problem.contains("mapping keys are not allowed")) {
      return YamlForm.NESTED_COLON;
    }
    if (problem.contains("sequence entries are not allowed")) {
      return YamlForm.NESTED_ITEM;
    }
    if (problem.contains("could not find expected ':'")) {
      return YamlForm.NOT_A_KEY;
    }
    if (problem.contains("cannot start any token")) {
      return YamlForm.RESERVED_CHARACTER;
    }
    if (problem.contains("expected <block end>")
        || problem.contains("expected '<document start>'")) {
      return YamlForm.INDENTATION;
    }
    return YamlForm.OTHER;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
