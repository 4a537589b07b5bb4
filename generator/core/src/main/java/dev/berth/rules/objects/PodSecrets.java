package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;
import static dev.berth.rules.objects.ObjectRule.ofPods;

import dev.berth.diagnose.SecretScan;
import dev.berth.rules.objects.ObjectRule.Found;
import dev.berth.rules.objects.ObjectRule.PodFound;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where secrets may be: in files of the first container, and nowhere in an object. */
final class PodSecrets {

  private static final String PRACTICES =
      "https://kubernetes.io/docs/concepts/security/secrets-good-practices/";

  /** The container that copies secrets into memory. */
  private static final String PREPARE = "prepare";

  /**
   * A line that says what a password is. A digit tells a value from a word of a sentence; a
   * reference starts with a brace, a dollar or a slash.
   */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?im)^\\W*(?:[a-z0-9_-]*[_-])?(?:password|passwd|pwd|secret|token|api[_-]?key)"
              + "[\"']?\\s*[:=]\\s*[\"']?(?=[^\\s\"']*[0-9])[^\\s\"'{\\[$</]{6,}[\"']?,?\\s*$");

  /** Those on a pod by itself. */
  static final List<ObjectRule> OF_PODS =
      List.of(
          ofPods(
              "secret-in-environment",
              "a variable reaches every process the agent starts",
              PRACTICES,
              "deliver the secret as a file: name it in the agent's file",
              PodSecrets::environment),
          ofPods(
              "secret-in-gateway",
              "only the container `prepare` may see secrets as they were delivered; the gateway"
                  + " reads copies in memory that are its own",
              "https://docs.openclaw.ai/gateway/secrets",
              "mount the volume in the init container `prepare` alone",
              PodSecrets::mounts));

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "secret-in-object",
              "what stands in an object stands in files, in Pulumi's state and in etcd",
              PRACTICES,
              "keep the value in the secret store, and name the secret in the agent's file",
              PodSecrets::values),
          error(
              "secret-rendered",
              "a Secret that is rendered has its values in files",
              PRACTICES,
              "remove the Secret from the templates; secrets come from the environment's store",
              (set, found) ->
                  set.of("Secret").forEach(each -> found.at(each, each.at("kind"), "is Secret"))));

  private PodSecrets() {}

  private static void environment(Pod pod, PodFound found) {
    for (Field container : pod.containers()) {
      for (Field source : container.at("envFrom").items()) {
        if (!source.at("secretRef").absent()) {
          found.at(source.at("secretRef"), "is all of a Secret");
        }
      }
      for (Field variable : container.at("env").items()) {
        Field secret = variable.at("valueFrom", "secretKeyRef");
        if (!secret.absent()) {
          found.at(secret, "is a secret");
        }
      }
    }
  }

  private static void mounts(Pod pod, PodFound found) {
    for (Field volume : pod.volumes()) {
      if (Pod.holdsSecrets(volume)) {
        pod.containers().stream()
            .filter(each -> !isPrepare(pod, each))
            .flatMap(each -> each.at("volumeMounts").items().stream())
            .filter(each -> each.at("name").text().equals(volume.at("name").text()))
            .forEach(each -> found.at(each, "is where secrets are delivered"));
      }
    }
  }

  /** It copies secrets and ends, before the agent starts. */
  private static boolean isPrepare(Pod pod, Field container) {
    return container.at("name").is(PREPARE)
        && container.at("restartPolicy").absent()
        && pod.init().contains(container);
  }

  private static void values(ObjectSet set, Found found) {
    for (RenderedObject object : set.objects()) {
      walk(object, object.fields(), found);
    }
  }

  private static void walk(RenderedObject object, Field field, Found found) {
    if (field.value() instanceof Map<?, ?>) {
      boolean bytes = field.path().equals("binaryData");
      for (Field each : field.entries().values()) {
        if (bytes) {
          scan(object, each, decoded(each.text()), found);
        } else {
          walk(object, each, found);
        }
      }
    } else if (field.value() instanceof List<?>) {
      field.items().forEach(each -> walk(object, each, found));
    } else if (field.value() instanceof String text) {
      scan(object, field, text, found);
    }
  }

  private static void scan(RenderedObject object, Field field, String text, Found found) {
    SecretScan.find(text).stream()
        .findFirst()
        .ifPresent(secret -> found.at(object, field, "holds what looks like " + secret.kind()));
    if (PASSWORD.matcher(text).find()) {
      found.at(object, field, "holds a line that says what a password or token is");
    }
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return base64;
    }
  }
}
