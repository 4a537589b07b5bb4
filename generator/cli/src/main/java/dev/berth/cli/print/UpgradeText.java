package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** What another version would be, for people. */
public final class UpgradeText {

  private static final String INDENT = "  ";

  private UpgradeText() {}

  /** What is different for one group. */
  public static List<String> lines(UpgradeFacts.Group group, String to) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-26s %-8s %s -> %s"
            .formatted(group.agents().get(0), group.verdict(), group.openclaw(), to));
    if (group.agents().size() > 1) {
      lines.addAll(
          Wrapped.words(
              INDENT,
              "and alike but for their names: "
                  + String.join(", ", group.agents().subList(1, group.agents().size()))));
    }
    for (UpgradeFacts.Difference each : group.differences()) {
      lines.addAll(
          Wrapped.words(
              INDENT,
              "%s: %s  %s%s"
                  .formatted(
                      each.from(),
                      each.kind(),
                      each.key().isEmpty() ? "" : each.key() + ": ",
                      each.what().replaceAll("\\s+", " ").strip())));
    }
    return lines;
  }

  /** What to write, and what nobody knows. */
  public static List<String> last(UpgradeFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(
        Wrapped.words(
            "",
            "On OpenClaw %s: %d break, %d warn, %d change, %d stay as they are."
                .formatted(
                    facts.to(),
                    facts.count("breaks"),
                    facts.count("warns"),
                    facts.count("changes"),
                    facts.count("same"))));
    lines.add("To write:");
    facts
        .edits()
        .forEach(each -> lines.addAll(Wrapped.words(INDENT, each.at() + "  " + each.what())));
    lines.add("Not known beforehand:");
    facts.unknown().forEach(each -> lines.addAll(Wrapped.words(INDENT, each)));
    lines.add("Nothing was changed.");
    return lines;
  }
}
