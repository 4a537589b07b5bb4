package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;
import static dev.berth.rules.objects.ObjectRule.ofPods;

import dev.berth.rules.objects.ObjectRule.Found;
import dev.berth.rules.objects.ObjectRule.PodFound;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pod runs, how much of the machine it may take, and what it brings along. */
final class PodResources {

  private static final String IMAGES = "https://kubernetes.io/docs/concepts/containers/images/";
  private static final String VOLUMES = "https://kubernetes.io/docs/concepts/storage/volumes/";

  /** As {@code Image} has it: a registry, a tag people can read, and the digest that runs. */
  private static final Pattern PINNED =
      Pattern.compile("[^/@]+(/[^/:@]+)+:(?!latest@)[^:@/]+@sha256:[0-9a-f]{64}");

  /** What Berth's own volumes are made of. */
  private static final Set<String> VOLUME_KINDS =
      Set.of("name", "projected", "csi", "emptyDir", "persistentVolumeClaim");

  /** Of a file's mode: what users other than the owner and the group may do. */
  private static final int OTHERS = 07;

  static final List<ObjectRule> RULES =
      List.of(
          ofPods(
              "image-unpinned",
              "a tag can be moved to another image; a digest cannot, and a tag tells people which",
              IMAGES,
              "write the image as registry/path:tag@sha256:<64 hex>, with a tag other than latest",
              (pod, found) ->
                  pod.containers().stream()
                      .map(each -> each.at("image"))
                      .filter(each -> !PINNED.matcher(each.text()).matches())
                      .forEach(each -> found.at(each, each.shown()))),
          error(
              "image-repository",
              "an image of a repository that no declaration names was chosen by nobody",
              IMAGES,
              "name the image in fleet.yaml or the agent's file instead of a template",
              PodResources::foreign),
          ofPods(
              "image-not-pulled",
              "an image another pod left on the node is used without the right to pull it",
              IMAGES,
              "write imagePullPolicy: Always",
              (pod, found) ->
                  pod.containers().stream()
                      .map(each -> each.at("imagePullPolicy"))
                      .filter(each -> !each.is("Always"))
                      .forEach(each -> found.at(each, "must be Always"))),
          ofPods(
              "limits-absent",
              "one container without a limit takes the node from every agent on it",
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
              "write requests and limits of cpu, memory and ephemeral-storage",
              PodResources::limits),
          ofPods(
              "environment-twice",
              "of two variables of one name the last one wins, whoever wrote it",
              "https://kubernetes.io/docs/tasks/inject-data-application/"
                  + "define-environment-variable-container/",
              "remove one of the two variables",
              PodResources::environment),
          ofPods(
              "volume-kind",
              "a hostPath is the node's disk, and a plain Secret or ConfigMap volume tells scanners"
                  + " nothing of its modes",
              VOLUMES,
              "use a projected, csi or emptyDir volume, or a claim",
              PodResources::volumeKinds),
          ofPods(
              "volume-unbounded",
              "an emptyDir without a size fills the node",
              VOLUMES + "#emptydir",
              "write sizeLimit in the emptyDir",
              (pod, found) ->
                  pod.volumes().stream()
                      .map(each -> each.at("emptyDir"))
                      .filter(each -> !each.absent() && each.at("sizeLimit").absent())
                      .forEach(each -> found.at(each.at("sizeLimit"), "is missing"))),
          ofPods(
              "volume-readable",
              "files that everybody may read are read by whatever else runs in the pod",
              VOLUMES + "#projected",
              "write defaultMode: 0440 in the projected volume",
              PodResources::modes));

  private PodResources() {}

  private static void foreign(ObjectSet set, Found found) {
    for (Pod pod : set.pods()) {
      for (Field container : pod.containers()) {
        Field image = container.at("image");
        if (set.repositories().stream().noneMatch(each -> of(each, image.text()))) {
          found.at(pod.owner(), image, image.shown());
        }
      }
    }
  }

  private static boolean of(String repository, String image) {
    return image.startsWith(repository + ":") || image.startsWith(repository + "@");
  }

  private static void limits(Pod pod, PodFound found) {
    for (Field container : pod.containers()) {
      for (String part : List.of("requests", "limits")) {
        for (String what : List.of("cpu", "memory", "ephemeral-storage")) {
          Field field = container.at("resources", part, what);
          if (field.text().isEmpty()) {
            found.at(field, "is missing");
          }
        }
      }
    }
  }

  private static void environment(Pod pod, PodFound found) {
    for (Field container : pod.containers()) {
      Set<String> names = new HashSet<>();
      for (Field variable : container.at("env").items()) {
        if (!names.add(variable.at("name").text())) {
          found.at(variable, "is there twice");
        }
      }
    }
  }

  private static void volumeKinds(Pod pod, PodFound found) {
    for (Field volume : pod.volumes()) {
      volume.entries().values().stream()
          .filter(each -> !VOLUME_KINDS.contains(each.path().replaceFirst(".*\\.", "")))
          .forEach(each -> found.at(each, "is a kind of volume no agent uses"));
    }
  }

  private static void modes(Pod pod, PodFound found) {
    for (Field volume : pod.volumes()) {
      Field projected = volume.at("projected");
      Field mode = projected.at("defaultMode");
      if (!projected.absent() && (mode.number() < 0 || (mode.number() & OTHERS) != 0)) {
        found.at(mode, "must be 0440");
      }
    }
  }
}
