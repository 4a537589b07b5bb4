package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.berth.diagnose.Diagnostic;
import dev.berth.rules.Rule;
import dev.berth.rules.RulePack;
import dev.berth.rules.objects.ObjectRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of commands and of diagnostics, and the README, say what the golden cases say. */
class DocsTest {

  private static final boolean UPDATE = System.getProperty("golden.update") != null;
  private static final Pattern HEAD = Pattern.compile("^\\S+:\\d+:\\d+: error\\[([a-z0-9-]+)\\]");

  @Test
  void thePageOfCommandsIsWhatHelpSays() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            What `--help` prints, held in step by a test.
            """);
    String said = terminal("help").replaceAll("(?m)^exit: 0\n", "");
    for (String command : said.split("(?m)^\\$ ")) {
      if (!command.isEmpty()) {
        String[] nameAndText = command.split(" --help\n", 2);
        page.append("\n## ").append(nameAndText[0]).append("\n\n```\n");
        page.append(nameAndText[1].stripTrailing()).append("\n```\n");
      }
    }
    inStep("commands.md", page.toString());
  }

  @Test
  void thePageOfDiagnosticsShowsEachOnce() throws IOException {
    Set<String> codes = GoldenTest.codes(Diagnostic.class).collect(Collectors.toSet());
    SortedMap<String, String> shown = new TreeMap<>();
    for (GoldenCase each : GoldenCase.all()) {
      for (String block : terminal(each.name()).split("\n\n")) {
        Matcher head = HEAD.matcher(block);
        if (head.find() && codes.contains(head.group(1)) && printable(block)) {
          shown.putIfAbsent(head.group(1), block);
        }
      }
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Diagnostics

            Everything that can be wrong with what you write, by code: a code is a
            contract, its wording is not. Each is shown as `berth check` prints it, by the
            golden case of its name in `generator/cli/src/test/golden`.
            """);
    shown.forEach(
        (code, block) ->
            page.append("\n## ").append(code).append("\n\n```\n").append(block).append("\n```\n"));
    inStep("diagnostics.md", page.toString());
  }

  @Test
  void thePageOfRulesShowsEachOnce() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Rules

            What declarations that are each legal should together not be. `berth check`
            judges every environment it can plan; an error that nobody waived ends `check`,
            `preview`, `render` and `up` with exit code 4. `waivers.yaml` lets one agent
            break one rule for a while (see keys.md). Each is shown as `berth check` prints
            it, by the golden case of its name in `generator/cli/src/test/golden`.

            | id | severity | why it matters | may be waived |
            |---|---|---|---|
            """);
    Map<Boolean, List<Rule>> rules =
        RulePack.builtIn().rules().stream()
            .collect(Collectors.partitioningBy(ObjectRule.class::isInstance));
    for (Rule rule : rules.get(false)) {
      page.append("| [%s](#%s) | ".formatted(rule.id(), rule.id())).append(row(rule));
    }
    page.append(
        """

        ## On what is rendered

        What templates and Helm make of declarations is judged too: by `berth check
        --rendered`, and always by `render` and `up`. Each rule is proven by a mutation in
        `generator/cli/src/test/java/dev/berth/cli/mutation`.

        | id | severity | why it matters | may be waived |
        |---|---|---|---|
        """);
    for (Rule rule : rules.get(true)) {
      page.append("| %s | ".formatted(rule.id())).append(row(rule));
    }
    for (Rule rule : rules.get(false)) {
      page.append("\n## ").append(rule.id()).append("\n\n```\n").append(block(rule));
      page.append("\n```\n");
    }
    inStep("rules.md", page.toString());
  }

  private static String row(Rule rule) {
    return "%s | %s ([source](%s)) | %s |\n"
        .formatted(rule.severity(), rule.reason(), rule.source(), rule.waivable() ? "yes" : "no");
  }

  /** What the rule's own case prints of it. */
  private static String block(Rule rule) throws IOException {
    for (String block : terminal(rule.id()).split("\n\n")) {
      if (block.replace('\n', ' ').contains(rule.severity() + "[" + rule.id() + "]:")) {
        return block;
      }
    }
    return fail("no case shows " + rule.id());
  }

  @Test
  void thePageOfBadInputNamesRealCodes() throws IOException {
    Set<String> codes = GoldenTest.codes(Diagnostic.class).collect(Collectors.toSet());
    List<String> named = new ArrayList<>();
    for (String row : Files.readAllLines(CommandRun.HOME.resolve("docs/bad-input.md"))) {
      String[] cells = row.split(" \\| ");
      Matcher code = Pattern.compile("`([a-z0-9]+-[a-z0-9-]+)`").matcher(cells[cells.length - 1]);
      while (code.find()) {
        named.add(code.group(1));
      }
    }
    assertTrue(named.size() > 20, named::toString);
    named.removeAll(codes);
    assertEquals(List.of(), named);
  }

  @Test
  void thePageOfScannersListsEveryExceptionAndNoOther() throws IOException {
    String head = "| scanner | finding | on | why it stands |\n|---|---|---|---|\n";
    StringBuilder table = new StringBuilder(head);
    for (String row : Files.readAllLines(CommandRun.HOME.resolve("scripts/e2e/exceptions.tsv"))) {
      if (!row.startsWith("#")) {
        String[] cells = row.split("\t", -1);
        assertEquals(4, cells.length, row);
        table.append("| %s | %s | `%s` | %s |\n".formatted((Object[]) cells));
      }
    }
    String page = Files.readString(CommandRun.HOME.resolve("docs/scanners.md"));
    int start = page.indexOf(head);
    int end = page.indexOf("\n\n", start + head.length() - 1) + 1;
    assertTrue(start >= 0 && end > start, page);
    inStep("scanners.md", page.substring(0, start) + table + page.substring(end));
  }

  @Test
  void theReadmeShowsTheRealPreview() throws IOException {
    String preview = terminal("preview-twelve-agents").replaceAll("exit: 0\n$", "");
    String readme = Files.readString(CommandRun.HOME.resolve("README.md"));
    assertEquals(preview.strip(), fenced(readme, "Berth  dev").strip());
  }

  @Test
  void theReadmeShowsARealAgent() throws IOException {
    String agent = Files.readString(CommandRun.HOME.resolve("agents/support/customer.yaml"));
    String readme = Files.readString(CommandRun.HOME.resolve("README.md"));
    assertEquals(agent.strip(), fenced(readme, "# yaml-language-server").strip());
  }

  /** The block of {@code page} between fences that starts with {@code start}. */
  private static String fenced(String page, String start) {
    for (String block : page.split("(?m)^```[a-z]*\n")) {
      if (block.startsWith(start)) {
        return block;
      }
    }
    return fail("no block starts with " + start);
  }

  private static boolean printable(String block) {
    return block.chars().allMatch(each -> each == '\n' || (each >= ' ' && each != 0x7F));
  }

  private static String terminal(String name) throws IOException {
    return Files.readString(GoldenCase.ALL.resolve(name).resolve("then/terminal.txt"));
  }

  private static void inStep(String name, String page) throws IOException {
    Path file = CommandRun.HOME.resolve("docs").resolve(name);
    String now = Files.exists(file) ? Files.readString(file) : "";
    if (UPDATE && !now.equals(page)) {
      Files.writeString(file, page);
      fail("rewrote docs/" + name + ": read the diff, then run without -Dgolden.update");
    }
    assertEquals(page, now, () -> "docs/" + name + ": see -Dgolden.update");
  }
}
