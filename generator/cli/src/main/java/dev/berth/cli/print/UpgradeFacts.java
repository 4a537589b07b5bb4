package dev.berth.cli.print;

import dev.berth.local.judge.Upgrade;
import java.util.List;
import java.util.Locale;

/**
 * What another version of OpenClaw would be to a fleet's agents.
 *
 * @param to the version that was asked about
 * @param agents groups of agents alike but for their names and versions
 * @param edits what to write for it, in order
 * @param unknown what no command can tell beforehand
 */
public record UpgradeFacts(
    String format,
    String environment,
    String to,
    List<Group> agents,
    List<Edit> edits,
    List<String> unknown) {

  /** The shape and its version. */
  public static final String FORMAT = "berth-openclaw-upgrade/1";

  /**
   * One group.
   *
   * @param agents {@code research/reader} each; the first is the one that was asked about
   * @param verdict {@code breaks}, {@code warns}, {@code changes} or {@code same}
   */
  public record Group(
      List<String> agents, String openclaw, String verdict, List<Difference> differences) {

    public static Group of(List<String> agents, String openclaw, List<Difference> differences) {
      return new Group(
          agents, openclaw, differences.isEmpty() ? SAME : differences.get(0).kind(), differences);
    }
  }

  private static final String SAME = "same";

  /**
   * One difference.
   *
   * @param kind {@code breaks}, {@code warns} or {@code changes}
   * @param key of openclaw.json; empty when it is about none
   * @param from the line that asked for it
   */
  public record Difference(String kind, String key, String what, String from) {

    public static Difference of(Upgrade.Difference difference, String from) {
      return new Difference(
          difference.kind().name().toLowerCase(Locale.ROOT),
          difference.key(),
          difference.what(),
          from);
    }
  }

  /**
   * One edit.
   *
   * @param at the line, as {@code file:line}
   */
  public record Edit(String at, String what) {}

  /** How many agents have that verdict. */
  public int count(String verdict) {
    return agents.stream()
        .filter(each -> each.verdict().equals(verdict))
        .mapToInt(each -> each.agents().size())
        .sum();
  }
}
