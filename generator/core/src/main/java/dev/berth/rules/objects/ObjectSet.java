package dev.berth.rules.objects;

import dev.berth.model.HostRules;
import dev.berth.model.Image;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.render.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is judged together, since some rules ask what else there is: all of one team, or the
 * platform.
 *
 * @param namespace the team's; empty for the platform
 * @param identities the pool agents' Google identities belong to: {@code PROJECT.svc.id.goog}
 * @param repositories those a declaration names an image of, e.g. {@code ghcr.io/acme/openclaw}
 * @param hostsOpen whether nobody in this cluster enforces host names, and a waiver accepts it
 */
public record ObjectSet(
    String namespace,
    String identities,
    Set<String> repositories,
    boolean hostsOpen,
    List<RenderedObject> objects) {

  /**
   * Of what is rendered of one team, or of the platform.
   *
   * @param plan all of it: what is declared there is what objects may name
   * @param team empty for the platform
   * @param manifests what Helm makes of a release; empty when that is not known
   */
  public static ObjectSet of(
      Plan plan, String team, List<Rendered> rendered, Function<Rendered, String> manifests) {
    List<RenderedObject> objects = new ArrayList<>();
    for (Rendered each : rendered) {
      if (each.planned() instanceof HelmRelease release) {
        objects.addAll(RenderedObject.released(release, manifests.apply(each)));
      } else {
        RenderedObject.of(each, team).ifPresent(objects::add);
      }
    }
    return new ObjectSet(
        team,
        plan.environment().gke().map(gke -> gke.project() + ".svc.id.goog").orElse(""),
        plan.agents().stream()
            .flatMap(PlannedAgent::images)
            .map(Image::repository)
            .collect(Collectors.toCollection(TreeSet::new)),
        plan.environment().network().hostRules() == HostRules.NONE,
        objects);
  }

  boolean platform() {
    return namespace.isEmpty();
  }

  Stream<RenderedObject> of(String kind) {
    return objects.stream().filter(each -> each.kind().equals(kind));
  }

  boolean has(String kind, String name) {
    return of(kind).anyMatch(each -> each.name().equals(name));
  }

  /** Every pod some object starts. */
  List<Pod> pods() {
    return objects.stream().flatMap(each -> Pod.of(each).stream()).toList();
  }

  /** The pods of agents: those with a disk of their own. */
  List<Pod> agents() {
    return of("StatefulSet").flatMap(each -> Pod.of(each).stream()).toList();
  }

  /** What a missing thing is blamed on: the namespace, or whatever is there. */
  RenderedObject ground() {
    return of("Namespace").findFirst().orElseGet(() -> objects.get(0));
  }
}
