package dev.berth.access;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who can do what by the resources alone: by what Kubernetes and Google Cloud would make of them,
 * knowing nothing of the fleet or the plan they came from.
 */
public final class ReadBack {

  private ReadBack() {}

  /** Every way there is, with the pods the chart makes of each release. */
  public static SortedSet<Edge> of(List<Made> made) {
    return of(made, made.stream().filter(Made::release).map(Pod::of).toList());
  }

  /** The same for pods that Helm made. */
  public static SortedSet<Edge> of(List<Made> made, List<Pod> agents) {
    SortedSet<Edge> edges = new TreeSet<>();
    Stream.of(
            new GoogleEdges(made, agents).all(),
            new RoleEdges(made, agents).all(),
            new NetworkEdges(made, agents).all(),
            new SecretEdges(made, agents).all())
        .flatMap(each -> each)
        .forEach(edges::add);
    return edges;
  }
}
