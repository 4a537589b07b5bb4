package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What OpenClaw had to say, for people: an agent a line, and under it what it said. */
public final class VerifyText {

  private static final String INDENT = "  ";

  private static final String EXPECTED = "expected";

  private VerifyText() {}

  /** Those of one group. */
  public static List<String> lines(VerifyFacts.Judged judged) {
    List<String> lines = new ArrayList<>();
    String first = judged.agents().get(0);
    lines.add("%-26s %-9s by OpenClaw %s".formatted(first, judged.verdict(), judged.openclaw()));
    if (judged.agents().size() > 1) {
      lines.addAll(
          Wrapped.words(
              INDENT,
              "and alike but for their names: "
                  + String.join(", ", judged.agents().subList(1, judged.agents().size()))));
    }
    for (VerifyFacts.Finding each : judged.findings()) {
      if (!each.severity().equals(EXPECTED)) {
        lines.addAll(
            Wrapped.words(
                INDENT,
                "%s  %s  %s: %s"
                    .formatted(
                        each.severity(), each.command(), each.code(), oneLine(each.what()))));
        if (!each.mend().isEmpty()) {
          lines.addAll(Wrapped.words(INDENT + INDENT, "mend: " + oneLine(each.mend())));
        }
      }
    }
    return lines;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Every warning that is meant to be, once, with the reason. */
  public static List<String> expected(VerifyFacts facts) {
    SortedMap<String, String> reasons = new TreeMap<>();
    facts.agents().stream()
        .flatMap(each -> each.findings().stream())
        .filter(each -> each.severity().equals(EXPECTED))
        .forEach(each -> reasons.put(each.code(), each.mend()));
    List<String> lines = new ArrayList<>();
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.add("Warnings that are meant to be:");
      reasons.forEach(
          (code, reason) -> {
            lines.add(INDENT + code);
            lines.addAll(Wrapped.words(INDENT + INDENT, reason));
          });
      lines.add("");
    }
    return lines;
  }

  /** What came of all of them, as sentences. */
  public static String last(VerifyFacts facts) {
    int all = facts.agents().stream().mapToInt(each -> each.agents().size()).sum();
    return "OpenClaw accepts %d of %s%s%s. Asked about %s.%s"
        .formatted(
            all - facts.refused(),
            Count.of(all, "agent"),
            facts.count("warned") > 0 ? ", " + facts.count("warned") + " with warnings" : "",
            facts.refused() > 0 ? ", refuses " + facts.refused() : "",
            Count.of(facts.agents().size(), "configuration"),
            facts.agents().size() < all ? " To ask about every agent: --each." : "");
  }
}
