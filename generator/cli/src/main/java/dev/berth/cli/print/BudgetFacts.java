package dev.berth.cli.print;

import dev.berth.openclaw.WorkspaceBudget;
import dev.berth.openclaw.WorkspaceBudget.Share;
import dev.berth.openclaw.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of a workspace a model is shown.
 *
 * @param characters of all its injected files, in UTF-16 units
 * @param limit the most that is shown of them together
 * @param files those that are there, in the order they are injected
 * @param links files that are links, which OpenClaw refuses to read
 * @param retired files no version reads any more
 * @param over whether the model is not shown all of it
 */
public record BudgetFacts(
    String format,
    String agent,
    String workspace,
    int characters,
    int limit,
    List<Injected> files,
    List<String> links,
    List<String> retired,
    boolean over,
    boolean near) {

  /** The shape and its version. */
  private static final String FORMAT = "berth-openclaw-budget/1";

  /**
   * One file.
   *
   * @param limit the most that is shown of it, where it stands
   * @param lost how much is not shown, at least
   * @param state whole, near, cut, left-out or unread
   */
  public record Injected(
      String name, int characters, long bytes, int limit, int lost, String state) {

    static Injected of(Share share) {
      return new Injected(
          share.file().name(),
          share.file().characters(),
          share.file().bytes(),
          share.limit(),
          share.lost(),
          share.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String line() {
      String counted = "%-12s %6d of %5d characters".formatted(name, characters, limit);
      return switch (state) {
        case "near" -> counted + "  nearly full";
        case "cut" -> counted + "  CUT: %d are not shown".formatted(lost);
        case "left-out" -> counted + "  LEFT OUT: what stands before it took the room";
        case "unread" -> "%-12s NOT READ: it has more than 2 MiB".formatted(name);
        default -> counted;
      };
    }
  }

  /** Of the workspace in a folder of this machine. */
  public static BudgetFacts of(String agent, Path workspace, WorkspaceBudget budget)
      throws IOException {
    List<WorkspaceFile> files = new ArrayList<>();
    List<String> links = new ArrayList<>();
    for (String name : WorkspaceBudget.INJECTED) {
      Path file = workspace.resolve(name);
      if (Files.isSymbolicLink(file)) {
        links.add(name);
      } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files.add(read(name, file));
      }
    }
    List<Share> shares = budget.shares(files, workspace.toString());
    return new BudgetFacts(
        FORMAT,
        agent,
        workspace.toString(),
        files.stream().mapToInt(WorkspaceFile::characters).sum(),
        budget.totalCharacters(),
        shares.stream().map(Injected::of).toList(),
        links,
        WorkspaceBudget.RETIRED.stream()
            .filter(name -> Files.exists(workspace.resolve(name), LinkOption.NOFOLLOW_LINKS))
            .toList(),
        !links.isEmpty() || shares.stream().anyMatch(Share::over),
        budget.nearlyFull(shares));
  }

  /** What is too large to be read is not read here either. */
  private static WorkspaceFile read(String name, Path file) throws IOException {
    long bytes = Files.size(file);
    return bytes > WorkspaceBudget.MOST_BYTES
        ? new WorkspaceFile(name, 0, bytes)
        : WorkspaceFile.of(name, Files.readAllBytes(file));
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s is shown of %s:".formatted(agent, workspace));
    files.forEach(each -> lines.add("  " + each.line()));
    links.forEach(name -> lines.add("  %-12s NOT READ: it is a link".formatted(name)));
    lines.add(
        "  %-12s %6d of %5d characters%s"
            .formatted("all of them", characters, limit, near && !over ? "  nearly full" : ""));
    retired.forEach(
        name -> lines.add("%s is not read any more: move it to AGENTS.md.".formatted(name)));
    if (over) {
      lines.add("The model is not shown all of it: shorten what is cut, or move it to memory/.");
    }
    return lines;
  }
}
