package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Probes for people: an agent a line, and under it only what did not come out as declared. */
public final class ProbeText {

  private static final int COLUMN = 24;

  private ProbeText() {}

  /** Those of one agent. */
  public static List<String> lines(ProbeFacts facts) {
    String first = padded(facts.agent(), COLUMN - 2) + "  ";
    if (!facts.problem().isEmpty()) {
      return Wrapped.words(first, ProbeFacts.NOT_JUDGED + ": " + facts.problem());
    }
    List<String> lines = new ArrayList<>();
    lines.add(first + counts(facts));
    for (ProbeFacts.Finding each : facts.findings()) {
      lines.addAll(
          Wrapped.pieces(
              "  " + padded(each.is(), 8) + "  ",
              Stream.of(each.check(), each.why(), each.from())
                  .filter(piece -> !piece.isEmpty())
                  .toList(),
              "  "));
    }
    int leftOff = facts.holes() + facts.shut() + facts.unjudged() - facts.findings().size();
    if (leftOff > 0) {
      lines.add("  and " + leftOff + " more");
    }
    return lines;
  }

  private static String counts(ProbeFacts facts) {
    StringBuilder counts = new StringBuilder().append(facts.asDeclared()).append(" as declared");
    if (facts.holes() > 0) {
      counts.append(", ").append(Count.of(facts.holes(), "hole"));
    }
    if (facts.shut() > 0) {
      counts.append(", ").append(facts.shut()).append(" shut");
    }
    if (facts.unjudged() > 0) {
      counts.append(", ").append(facts.unjudged()).append(" not judged");
    }
    return counts.toString();
  }

  /** What came of all of them, as sentences. */
  public static String last(ProbeReport report) {
    int untried = report.agents().stream().mapToInt(each -> each.untried().size()).sum();
    return "As declared: %s of %s.%s%s%s"
        .formatted(
            report.count(ProbeFacts.AS_DECLARED),
            Count.of(report.agents().size(), "agent"),
            told("Different", report.count(ProbeFacts.DIFFERS)),
            told("Not judged", report.count(ProbeFacts.NOT_JUDGED)),
            untried == 0
                ? ""
                : " Declared, and nothing a pod can try: %d, which `--format json` lists."
                    .formatted(untried));
  }

  private static String told(String what, int number) {
    return number == 0 ? "" : " " + what + ": " + number + ".";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
