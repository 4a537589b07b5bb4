package dev.berth.diagnose;

import dev.berth.source.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Diagnostics for people: place, sentence, the line itself, and the mend. */
public final class TerminalReport {

  private static final int COLUMNS = 80;
  private static final String MEND = "  mend: ";
  private static final String RED = "\u001b[31m";
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
    if (sorted.isEmpty()) {
      return "";
    }
    Map<String, Optional<ShownFile>> files = new HashMap<>();
    StringBuilder report = new StringBuilder();
    for (Diagnostic diagnostic : sorted) {
      report.append(head(diagnostic)).append('\n');
      files
          .computeIfAbsent(
              diagnostic.at().file(),
              path -> sources.file(path).map(file -> new ShownFile(file, sorted)))
          .filter(file -> file.shows(diagnostic.at()))
          .ifPresent(file -> report.append(excerpt(diagnostic, file)));
      String mend = MEND + Cells.visible(diagnostic.mend());
      report.append(Wrapped.of(mend, " ".repeat(MEND.length()), COLUMNS)).append("\n\n");
    }
    long wrongFiles = sorted.stream().map(it -> it.at().file()).distinct().count();
    return report
        .append(counted(sorted.size(), "error"))
        .append(" in ")
        .append(counted(wrongFiles, "file"))
        .append(". Nothing was written.\n")
        .toString();
  }

  private String head(Diagnostic diagnostic) {
    String place = Cells.visible(diagnostic.at().toString()) + ": ";
    String code = "error[" + diagnostic.code() + "]:";
    String text = Wrapped.of(place + code + " " + Cells.visible(diagnostic.what()), "", COLUMNS);
    // Wrapping without an indent moves nothing, so the code is where it was.
    return text.substring(0, place.length())
        + coloured(RED, code)
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
        + coloured(RED, mark)
        + "\n";
  }

  private String coloured(String start, String text) {
    return colour ? start + text + RESET : text;
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
