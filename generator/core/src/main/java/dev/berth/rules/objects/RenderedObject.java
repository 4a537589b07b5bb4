package dev.berth.rules.objects;

import dev.berth.model.Origin;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.PlannedResource;
import dev.berth.render.Manifests;
import dev.berth.render.Rendered;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing as it would exist: a Kubernetes object, or a Google Cloud resource.
 *
 * @param kind {@code NetworkPolicy}, or a type token such as {@code gcp:storage/bucket:Bucket}
 * @param name its own, or the planned resource's
 * @param subject whom it serves: {@code support/customer}, a team, or {@code platform}
 * @param content all of it
 * @param guarded whether Pulumi must refuse to delete it
 * @param because the line that asked for it
 */
public record RenderedObject(
    String kind,
    String name,
    String subject,
    Map<String, Object> content,
    boolean guarded,
    Origin because) {

  /** What a release becomes is another text than its own: {@link #released}. */
  static Optional<RenderedObject> of(Rendered rendered, String team) {
    PlannedResource planned = rendered.planned();
    String subject = subject(planned.name(), team);
    if (planned instanceof GoogleResource google) {
      return Optional.of(
          new RenderedObject(
              google.type(),
              google.name(),
              subject,
              google.inputs(),
              google.guarded(),
              google.because()));
    }
    return planned instanceof KubernetesObject object
        ? Optional.of(kubernetes(rendered.inputs().get(), subject, object.because()))
        : Optional.empty();
  }

  /**
   * What Helm makes of a release.
   *
   * @param manifests a stream of YAML documents
   */
  public static List<RenderedObject> released(HelmRelease release, String manifests) {
    return Manifests.parse(manifests).stream()
        .map(each -> kubernetes(each, release.id().toString(), release.because()))
        .toList();
  }

  private static RenderedObject kubernetes(
      Map<String, Object> content, String subject, Origin because) {
    Field fields = new Field("", content);
    return new RenderedObject(
        fields.at("kind").text(),
        fields.at("metadata", "name").text(),
        subject,
        content,
        false,
        because);
  }

  /** An agent's things are named {@code team/agent/thing}. */
  private static String subject(String planned, String team) {
    String[] parts = planned.split("/", -1);
    boolean agents = parts.length > 2 && parts[0].equals(team);
    return agents ? parts[0] + "/" + parts[1] : team.isEmpty() ? "platform" : team;
  }

  /** All of it, to be looked into. */
  public Field fields() {
    return new Field("", content);
  }

  /** The field {@code keys} lead to. */
  public Field at(String... keys) {
    return fields().at(keys);
  }

  boolean google() {
    return kind.startsWith("gcp:");
  }
}
