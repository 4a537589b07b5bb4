package dev.berth.diagnose;

import dev.berth.source.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Diagnostics for people: place, sentence, the line itself, and the mend. */
public final class TerminalReport {

  private static final int COLUMNS = 80;

  /** Of one code: whoever has more to mend mends them all in one way. */
  private static final int MOST_SHOWN = 50;

  private static final String MEND = "  mend: ";
  private static final String WAIVED = "  waived: ";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String CYAN = "\u001b[36m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  private final boolean colour;

  /**
   * @param colour whether ANSI colours are added; without them nothing is lost
   */
  public TerminalReport(boolean colour) {
    this.colour = colour;
  }

  /** Empty when nothing is wrong; otherwise it says so, and that nothing was written. */
  public String print(List<Diagnostic> sorted, Sources sources) {
    return sorted.isEmpty()
        ? ""
        : shown(sorted, sources) + counted(sorted) + " Nothing was written.\n";
  }

  /**
   * Empty when nothing stands and nothing is waived.
   *
   * @param end a sentence behind the counts, e.g. on what was not done; may be empty
   */
  public String print(Findings findings, Sources sources, String end) {
    List<Diagnostic> standing = List.copyOf(findings.standing());
    StringBuilder report = new StringBuilder(shown(standing, sources));
    findings.waived().forEach(each -> report.append(line(each)));
    if (!findings.waived().isEmpty() && !standing.isEmpty()) {
      report.append('\n');
    }
    if (!standing.isEmpty()) {
      report.append(counted(standing)).append(end.isEmpty() ? "" : " " + end).append('\n');
    }
    return report.toString();
  }

  private String shown(List<Diagnostic> sorted, Sources sources) {
    Map<String, Optional<ShownFile>> files = new HashMap<>();
    List<Diagnostic> secrets =
        sorted.stream().filter(TextDiagnostic.SecretValue.class::isInstance).toList();
    SortedMap<String, Integer> counts = new TreeMap<>();
    StringBuilder report = new StringBuilder();
    for (Diagnostic diagnostic : sorted) {
      if (counts.merge(diagnostic.code(), 1, Integer::sum) > MOST_SHOWN) {
        continue;
      }
      report.append(head(diagnostic)).append('\n');
      files
          .computeIfAbsent(
              diagnostic.at().file(),
              path -> sources.file(path).map(file -> new ShownFile(file, secrets)))
          .filter(file -> file.shows(diagnostic.at()))
          .ifPresent(file -> report.append(excerpt(diagnostic, file)));
      String mend = MEND + Cells.visible(diagnostic.mend());
      report.append(Wrapped.of(mend, " ".repeat(MEND.length()), COLUMNS)).append("\n\n");
    }
    counts.forEach(
        (code, count) -> {
          if (count > MOST_SHOWN) {
            report.append("%d more of [%s]\n".formatted(count - MOST_SHOWN, code));
            report.append("  all of them: `berth check --format json`\n\n");
          }
        });
    return report.toString();
  }

  /** What is waived needs no excerpt: who answers for it and how long. */
  private String line(Waived waived) {
    Finding finding = waived.finding();
    String text =
        WAIVED
            + "%s for %s, by %s until %s: %s"
                .formatted(
                    finding.code(),
                    finding.subject(),
                    waived.owner(),
                    waived.until(),
                    waived.reason());
    String wrapped = Wrapped.of(Cells.visible(text), " ".repeat(WAIVED.length()), COLUMNS);
    return coloured(DIM, wrapped) + "\n";
  }

  /** {@code 2 errors, 1 warning in 3 files.} */
  private static String counted(List<Diagnostic> all) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = all.stream().filter(each -> each.severity() == severity).count();
      if (count > 0) {
        counts.add(counted(count, severity.toString()));
      }
    }
    long files = all.stream().map(each -> each.at().file()).distinct().count();
    return String.join(", ", counts) + " in " + counted(files, "file") + ".";
  }

  private String head(Diagnostic diagnostic) {
    String place = Cells.visible(diagnostic.at().toString()) + ": ";
    String code = diagnostic.severity() + "[" + diagnostic.code() + "]:";
    String text = Wrapped.of(place + code + " " + Cells.visible(diagnostic.what()), "", COLUMNS);
    // Wrapping without an indent moves nothing, so the code is where it was.
    return text.substring(0, place.length())
        + coloured(colour(diagnostic.severity()), code)
        + text.substring(place.length() + code.length());
  }

  private String excerpt(Diagnostic diagnostic, ShownFile file) {
    String number = Integer.toString(diagnostic.at().line());
    String gutter = "  " + number + " | ";
    String below = "  " + " ".repeat(number.length()) + " | ";
    Excerpt excerpt = file.excerpt(diagnostic, COLUMNS - gutter.length());
    String mark = "^" + "~".repeat(excerpt.underlined() - 1);
    return coloured(DIM, gutter)
        + excerpt.line()
        + "\n"
        + coloured(DIM, below)
        + " ".repeat(excerpt.indent())
        + coloured(colour(diagnostic.severity()), mark)
        + "\n";
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> CYAN;
    };
  }

  private String coloured(String start, String text) {
    return colour ? start + text + RESET : text;
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
