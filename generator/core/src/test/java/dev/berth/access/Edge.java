package dev.berth.access;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One way of somebody to something, whoever says so. */
public record Edge(Layer layer, String who, String on, String through) implements Comparable<Edge> {

  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::layer)
          .thenComparing(Edge::who)
          .thenComparing(Edge::on)
          .thenComparing(Edge::through);

  /** What the access map says. */
  public static SortedSet<Edge> of(AccessMap map) {
    return map.rows().stream()
        .map(row -> new Edge(row.layer(), row.who().text(), row.on(), row.through()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the platform's stack makes it. */
  public boolean ofPlatform() {
    return on.startsWith("project/");
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%s: %s -> %s (%s)".formatted(layer, who, on, through);
  }
}
