package dev.berth.cli.knowledge;

import dev.berth.cli.print.Wrapped;
import dev.berth.knowledge.snapshot.Difference;
import dev.berth.knowledge.snapshot.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What differs between two states: the shape of {@code berth knowledge diff --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param agent {@code team/agent}
 * @param from the number of a snapshot
 * @param to the number of a snapshot, or {@code home}
 * @param added how many files are new
 * @param changed how many have other bytes or another mode
 * @param removed how many are gone
 * @param changes in the order of their names, at most as many as were asked for
 * @param leftOut how many files of the home do not cross
 */
public record DiffFacts(
    String format,
    String agent,
    String from,
    String to,
    long added,
    long changed,
    long removed,
    List<Row> changes,
    long leftOut) {

  private static final String FORMAT = "berth-knowledge-diff/1";

  /**
   * One file.
   *
   * @param is {@code +}, {@code ~} or {@code -}
   * @param name for people
   * @param path the same, exactly: each byte that is no letter, digit or {@code -._~} is {@code
   *     %XX}
   * @param words such as {@code 12 B -> 15 B}
   */
  public record Row(String is, String name, String path, String words) {

    static Row of(Difference one) {
      return new Row(sign(one), one.path().shown(), one.path().text(), words(one));
    }

    private static String words(Difference one) {
      Entry either = one.after().or(one::before).orElseThrow();
      if (one.before().isEmpty() || one.after().isEmpty()) {
        return either.isFolder() ? "empty folder" : Size.of(either.sizeBytes());
      }
      Entry before = one.before().get();
      return before.content().equals(either.content())
          ? "mode %o -> %o".formatted(before.mode(), either.mode())
          : Size.of(before.sizeBytes()) + " -> " + Size.of(either.sizeBytes());
    }
  }

  private static String sign(Difference one) {
    return one.before().isEmpty() ? "+" : one.after().isEmpty() ? "-" : "~";
  }

  /** Counts changes as they come, and keeps the first of them. */
  public static final class Tally {

    private final long most;
    private final List<Row> rows = new ArrayList<>();
    private long added;
    private long changed;
    private long removed;
    private long leftOut;

    /**
     * @param most how many to keep
     */
    public Tally(long most) {
      this.most = most;
    }

    public void add(Difference one) {
      switch (sign(one)) {
        case "+" -> added++;
        case "-" -> removed++;
        default -> changed++;
      }
      if (rows.size() < most) {
        rows.add(Row.of(one));
      }
    }

    /** A file of the home that does not cross. */
    public void leaveOut() {
      leftOut++;
    }

    public DiffFacts facts(String agent, String from, String to) {
      return new DiffFacts(
          FORMAT, agent, from, to, added, changed, removed, List.copyOf(rows), leftOut);
    }
  }

  public boolean isEmpty() {
    return added + changed + removed == 0;
  }

  /**
   * For people.
   *
   * @param paint colours a text by its sign
   */
  public List<String> lines(BinaryOperator<String> paint) {
    List<String> lines = new ArrayList<>();
    for (Row row : changes) {
      Wrapped.pieces("  " + row.is() + " ", List.of(row.name(), row.words()), "  ")
          .forEach(line -> lines.add(paint.apply(row.is(), line)));
    }
    long more = added + changed + removed - changes.size();
    if (more > 0) {
      lines.add("  and %d more".formatted(more));
    }
    lines.add(summary());
    if (leftOut > 0) {
      lines.add("Left out of the home: %s.".formatted(Size.files(leftOut)));
    }
    return lines;
  }

  /** {@code 41 -> 42: 3 new, 1 changed, 0 gone.} */
  public String summary() {
    return isEmpty()
        ? "%s -> %s: no difference.".formatted(from, to)
        : "%s -> %s: %d new, %d changed, %d gone.".formatted(from, to, added, changed, removed);
  }
}
