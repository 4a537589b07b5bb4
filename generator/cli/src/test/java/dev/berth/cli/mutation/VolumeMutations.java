package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What a pod brings along, and where secrets might turn up. */
final class VolumeMutations {

  private VolumeMutations() {}

  static List<Mutation> volumes() {
    return List.of(
        unseen(
            "volume: /tmp not mounted",
            "agent-mounts",
            mutant -> {
              List<Object> mounts = Mutant.list(mutant.gateway().get("volumeMounts"));
              mounts.remove(Mutant.named(mounts, "tmp"));
            }),
        unseen(
            "volume: config mount writable",
            "agent-mounts",
            mutant ->
                Mutant.list(mutant.gateway().get("volumeMounts")).stream()
                    .map(Mutant::map)
                    .filter(each -> "run".equals(each.get("name")))
                    .forEach(each -> Mutant.cut(each, "readOnly"))),
        unseen(
            "volume: keys on disk, not memory",
            "agent-keys-on-disk",
            mutant -> Mutant.cut(mutant.volume("run"), "emptyDir", "medium")),
        unseen(
            "volume: emptyDir sizeLimits",
            "volume-unbounded",
            mutant ->
                List.of("run", "tmp")
                    .forEach(each -> Mutant.cut(mutant.volume(each), "emptyDir", "sizeLimit"))),
        seen(
            "volume: hostPath",
            "volume-kind",
            mutant ->
                Mutant.list(mutant.pod().get("volumes"))
                    .add(Map.of("name", "h", "hostPath", Map.of("path", "/var/run")))),
        unseen(
            "volume: configMap instead of projected",
            "volume-kind",
            mutant -> {
              Map<String, Object> declared = mutant.volume("declared");
              Object name = Mutant.at(declared, "projected", "sources", "0", "configMap", "name");
              declared.remove("projected");
              declared.put("configMap", Map.of("name", name, "defaultMode", 0440));
            }),
        unseen(
            "volume: projected serviceAccountToken",
            "token-mounted",
            mutant ->
                Mutant.list(Mutant.at(mutant.volume("declared"), "projected", "sources"))
                    .add(Map.of("serviceAccountToken", Map.of("path", "token")))),
        unseen(
            "volume: projected defaultMode 0644",
            "volume-readable",
            mutant -> Mutant.put(mutant.volume("declared"), 0644, "projected", "defaultMode")));
  }

  static List<Mutation> secrets() {
    return List.of(
        unseen(
            "secret: volumes[].secret instead of projected",
            "volume-kind",
            mutant -> {
              Map<String, Object> delivered = mutant.volume("delivered");
              delivered.keySet().retainAll(List.of("name"));
              delivered.put("secret", Map.of("secretName", Mutant.AGENT, "defaultMode", 0440));
            }),
        unseen(
            "secret: Secret mounted into the gateway itself",
            "secret-in-gateway",
            mutant ->
                Mutant.list(mutant.gateway().get("volumeMounts"))
                    .add(Map.of("name", "delivered", "mountPath", "/delivered", "readOnly", true))),
        seen(
            "secret: env secretKeyRef",
            "secret-in-environment",
            mutant ->
                variable(
                    mutant,
                    Map.of(
                        "name",
                        "ANTHROPIC_API_KEY",
                        "valueFrom",
                        Map.of("secretKeyRef", Map.of("name", Mutant.AGENT, "key", "key"))))),
        seen(
            "secret: envFrom secretRef",
            "secret-in-environment",
            mutant ->
                mutant.gateway().put("envFrom", List.of(Map.of("secretRef", Map.of("name", "x"))))),
        unseen(
            "secret: plain value in env",
            "secret-in-object",
            mutant ->
                variable(
                    mutant,
                    Map.of(
                        "name", "ANTHROPIC_API_KEY", "value", "sk-ant-api03-" + "A".repeat(36)))),
        unseen(
            "secret: plain value in init args",
            "secret-in-object",
            mutant ->
                Mutant.list(mutant.init("prepare").get("args"))
                    .add("--password=ghp_" + "A1b2".repeat(9))),
        seen(
            "secret: password in ConfigMap data",
            "secret-in-object",
            mutant ->
                mutant
                    .of("ConfigMap", Mutant.AGENT)
                    .put("data", Map.of("note", "password: hunter2"))),
        unseen(
            "secret: password in ConfigMap binaryData",
            "secret-in-object",
            mutant ->
                Mutant.put(
                    mutant.of("ConfigMap", Mutant.AGENT),
                    Base64.getEncoder()
                        .encodeToString("password: hunter2\n".getBytes(StandardCharsets.UTF_8)),
                    "binaryData",
                    "SOUL.md")),
        unseen(
            "ConfigMap: immutable",
            "content-mutable",
            mutant -> Mutant.cut(mutant.of("ConfigMap", Mutant.AGENT), "immutable")));
  }

  private static void variable(Mutant mutant, Map<String, Object> variable) {
    Mutant.list(mutant.gateway().get("env")).add(variable);
  }
}
