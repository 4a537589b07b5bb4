package dev.berth.diagnose;

import dev.berth.source.Lines;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.List;

/** A file of which lines are shown, and what must not be shown of it. */
final class ShownFile {

  private final Lines lines;
  private final List<SecretScan.Secret> secrets;

  /**
   * @param wrong every secret that is reported, of this and other files
   */
  ShownFile(SourceFile file, List<Diagnostic> wrong) {
    this.lines = Lines.of(file);
    this.secrets = new ArrayList<>(SecretScan.find(lines.text()));
    // Behind escapes a secret has not its shape, but the one who found it said where it is.
    for (Diagnostic diagnostic : wrong) {
      if (diagnostic instanceof TextDiagnostic.SecretValue it
          && it.at().file().equals(file.path())) {
        secrets.add(
            new SecretScan.Secret(index(it.at(), 0), index(it.at(), it.width()), it.kind()));
      }
    }
  }

  /** Whether there is anything to show of the line. */
  boolean shows(SourcePoint at) {
    return shows(at.line());
  }

  boolean shows(int line) {
    return line <= lines.count() && !lines.line(line).isBlank();
  }

  /** A line as it may be shown, with nothing of it underlined. */
  String line(int number, int columns) {
    return Excerpt.of(lines.line(number), 0, 0, inLine(lines.start(number)), columns).line();
  }

  Excerpt excerpt(Diagnostic diagnostic, int columns) {
    SourcePoint at = diagnostic.at();
    int start = lines.start(at.line());
    String line = lines.line(at.line());
    // A rule knows the line and no column: what is written there is what it is about.
    boolean whole = diagnostic instanceof Finding && at.column() == 1 && diagnostic.width() == 1;
    int from = whole ? line.length() - line.stripLeading().length() : index(at, 0) - start;
    int to = whole ? line.stripTrailing().length() : index(at, diagnostic.width()) - start;
    return Excerpt.of(line, from, to, inLine(start), columns);
  }

  /** Where the secrets are, counted from {@code start}. */
  private List<SecretScan.Secret> inLine(int start) {
    return secrets.stream()
        .map(it -> new SecretScan.Secret(it.start() - start, it.end() - start, it.kind()))
        .toList();
  }

  /** Where in the text the character so many after {@code at} is, but never beyond its line. */
  private int index(SourcePoint at, int further) {
    if (at.line() > lines.count()) {
      return lines.text().length();
    }
    String line = lines.line(at.line());
    int characters = Math.min(at.column() - 1 + further, line.codePointCount(0, line.length()));
    return lines.start(at.line()) + line.offsetByCodePoints(0, characters);
  }
}
