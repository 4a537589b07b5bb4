package dev.berth.cli.print;

import dev.berth.access.AccessRow;
import dev.berth.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a resource is and who asked for it: the shape of {@code berth why --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param things what Berth makes for it; none for what is only used
 * @param reachable whether it is something that anybody could be let reach
 * @param rows everybody who may reach it, sorted
 * @param lines the text of each line named, by {@code file:line}
 */
public record WhyFacts(
    String format,
    String resource,
    String environment,
    String what,
    List<ThingFacts> things,
    boolean reachable,
    List<AccessFacts> rows,
    SortedMap<String, String> lines) {

  /** The one there is today. */
  public static final String FORMAT = "berth-why/1";

  private static final String INDENT = "    ";

  /**
   * The facts about {@code resource}.
   *
   * @param rows empty for what nobody can reach by its nature, such as a policy
   * @param line the text of {@code file:line}, if there is any
   */
  public static WhyFacts of(
      String resource,
      Environment environment,
      List<ThingFacts> things,
      Optional<List<AccessRow>> rows,
      Function<String, Optional<String>> line) {
    List<AccessFacts> facts = AccessFacts.of(rows.orElse(List.of()));
    SortedMap<String, String> lines = new TreeMap<>();
    Stream.concat(things.stream().map(ThingFacts::from), facts.stream().map(AccessFacts::from))
        .distinct()
        .forEach(from -> line.apply(from).ifPresent(text -> lines.put(from, text)));
    return new WhyFacts(
        FORMAT,
        resource,
        environment.name().text(),
        things.isEmpty() ? Meaning.ofWord(resource) : things.get(0).what(),
        things,
        rows.isPresent(),
        facts,
        lines);
  }

  /** For people: every line that asked for something is shown below its place. */
  public List<String> text() {
    List<String> text = new ArrayList<>();
    text.add(resource + " in " + environment);
    text.addAll(Wrapped.words("  ", what));
    for (ThingFacts thing : things) {
      text.add("");
      text.addAll(
          Wrapped.pieces(
              "Made as ",
              "  ",
              List.of(thing.type(), thing.name(), "in stack " + thing.stack()),
              " "));
      text.add("  because of " + thing.from());
      text.addAll(shown(thing.from()));
    }
    if (reachable) {
      text.add("");
      text.add(rows.isEmpty() ? "Nobody can reach it." : "Who can reach it");
    }
    for (AccessFacts row : rows) {
      text.addAll(AccessText.row(AccessText.who(row, resource), row));
      text.addAll(shown(row.from()));
    }
    return text;
  }

  private List<String> shown(String from) {
    String line = lines.get(from);
    return line == null
        ? List.of()
        : List.of(INDENT + from.substring(from.lastIndexOf(':') + 1) + " | " + line);
  }
}
