package dev.berth.rules.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A pod as some object's template describes it. */
record Pod(RenderedObject owner, Field labels, Field spec) {

  private static final Map<String, String[]> TEMPLATES =
      Map.of(
          "Pod",
          new String[] {},
          "StatefulSet",
          new String[] {"spec", "template"},
          "Deployment",
          new String[] {"spec", "template"},
          "DaemonSet",
          new String[] {"spec", "template"},
          "ReplicaSet",
          new String[] {"spec", "template"},
          "ReplicationController",
          new String[] {"spec", "template"},
          "Job",
          new String[] {"spec", "template"},
          "CronJob",
          new String[] {"spec", "jobTemplate", "spec", "template"});

  /** Empty for an object that starts no pod. */
  static Optional<Pod> of(RenderedObject object) {
    return Optional.ofNullable(TEMPLATES.get(object.kind()))
        .map(object::at)
        .map(each -> new Pod(object, each.at("metadata", "labels"), each.at("spec")));
  }

  List<Field> init() {
    return spec.at("initContainers").items();
  }

  /** Every container, whenever it runs. */
  List<Field> containers() {
    List<Field> all = new ArrayList<>(init());
    all.addAll(spec.at("containers").items());
    return all;
  }

  /** The agent's own container; one of nothing when it is missing. */
  Field gateway() {
    Field containers = spec.at("containers");
    return containers.items().stream()
        .filter(each -> each.at("name").is("gateway"))
        .findFirst()
        .orElseGet(() -> new Field(containers.path() + "[gateway]", null));
  }

  List<Field> volumes() {
    return spec.at("volumes").items();
  }

  /** The mount of {@code container} at {@code path}. */
  static Optional<Field> mount(Field container, String path) {
    return container.at("volumeMounts").items().stream()
        .filter(each -> each.at("mountPath").is(path))
        .findFirst();
  }

  Optional<Field> volume(String name) {
    return volumes().stream().filter(each -> each.at("name").is(name)).findFirst();
  }

  /** Whether a volume brings secrets, whatever kind it is. */
  static boolean holdsSecrets(Field volume) {
    return !volume.at("secret").absent()
        || !volume.at("csi").absent()
        || volume.at("projected", "sources").items().stream()
            .anyMatch(source -> !source.at("secret").absent());
  }

  Map<String, String> labelMap() {
    Map<String, String> map = new HashMap<>();
    labels.entries().forEach((key, value) -> map.put(key, value.text()));
    return map;
  }

  /** The pod's own security context, then each container's. */
  Stream<Field> contexts() {
    return Stream.concat(
        Stream.of(spec.at("securityContext")), containers().stream().map(Pod::context));
  }

  static Field context(Field container) {
    return container.at("securityContext");
  }
}
