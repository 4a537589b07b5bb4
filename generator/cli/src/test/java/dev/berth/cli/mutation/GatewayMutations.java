package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The agent's own container: its security context, sizes, image, probes and environment. */
final class GatewayMutations {

  private static final String DIGEST = "@sha256:" + "1".repeat(64);
  private static final String BALANCED =
      "a request below the limit is what density: balanced means, and the default";

  private GatewayMutations() {}

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(context());
    all.addAll(sizes());
    all.addAll(image());
    all.addAll(probes());
    all.addAll(environment());
    return all;
  }

  private static List<Mutation> context() {
    String context = "securityContext";
    return List.of(
        seen(
            "gateway: allowPrivilegeEscalation",
            "privileges",
            cut(context, "allowPrivilegeEscalation")),
        unseen("gateway: privileged", "", cut(context, "privileged"))
            .harmless("false is what Kubernetes takes it for"),
        seen(
            "gateway: readOnlyRootFilesystem",
            "writable-root",
            cut(context, "readOnlyRootFilesystem")),
        unseen("gateway: runAsNonRoot", "root-user", cut(context, "runAsNonRoot")),
        unseen("gateway: runAsUser", "root-user", cut(context, "runAsUser")),
        unseen("gateway: runAsGroup", "root-user", cut(context, "runAsGroup")),
        seen("gateway: capabilities", "privileges", cut(context, "capabilities")),
        unseen("gateway: seccompProfile", "seccomp-absent", cut(context, "seccompProfile")),
        seen("gateway: securityContext", "privileges", cut(context)),
        seen("gateway: privileged true", "privileges", put(true, context, "privileged")),
        seen(
            "gateway: capabilities.add NET_ADMIN",
            "privileges",
            put(List.of("NET_ADMIN"), context, "capabilities", "add")),
        seen("gateway: runAsUser 1000", "root-user", put(1000, context, "runAsUser")));
  }

  private static List<Mutation> sizes() {
    List<Mutation> sizes = new ArrayList<>();
    for (String part : List.of("requests", "limits")) {
      for (String what : List.of("cpu", "memory", "ephemeral-storage")) {
        sizes.add(
            seen("gateway: " + part + "." + what, "limits-absent", cut("resources", part, what)));
      }
    }
    sizes.add(
        seen("gateway: requests.cpu below limit", "", put("250m", "resources", "requests", "cpu"))
            .harmless(BALANCED));
    sizes.add(
        seen(
                "gateway: requests.memory below limit",
                "",
                put("1536Mi", "resources", "requests", "memory"))
            .harmless(BALANCED));
    return sizes;
  }

  private static List<Mutation> image() {
    return List.of(
        seen("image: tag, no digest", "image-unpinned", image(image -> tagged(image))),
        unseen(
            "image: digest, no tag", "image-unpinned", image(image -> repository(image) + DIGEST)),
        seen(
            "image: latest, no digest",
            "image-unpinned",
            image(image -> repository(image) + ":latest")),
        unseen(
            "image: latest and digest",
            "image-unpinned",
            image(image -> repository(image) + ":latest" + DIGEST)),
        seen("image: no tag, no digest", "image-unpinned", image(image -> repository(image))),
        seen(
            "image: other registry",
            "image-repository",
            image(image -> "docker.io/openclaw/openclaw:2026.9.6-slim" + DIGEST)),
        seen(
            "image: no registry (Docker Hub by default)",
            "image-repository",
            image(image -> "openclaw/openclaw:2026.9.6-slim" + DIGEST)),
        seen("gateway: imagePullPolicy", "image-not-pulled", cut("imagePullPolicy")),
        seen(
            "gateway: imagePullPolicy IfNotPresent",
            "image-not-pulled",
            put("IfNotPresent", "imagePullPolicy")));
  }

  private static List<Mutation> probes() {
    return List.of(
        seen("gateway: livenessProbe", "agent-probes", cut("livenessProbe")),
        seen("gateway: readinessProbe", "agent-probes", cut("readinessProbe")),
        unseen("gateway: startupProbe", "agent-probes", cut("startupProbe")),
        seen(
            "gateway: readiness = liveness path",
            "agent-probes",
            put("/healthz", "readinessProbe", "httpGet", "path")),
        unseen(
            "gateway: probe path wrong",
            "agent-probes",
            put("/livez", "livenessProbe", "httpGet", "path")),
        seen(
            "gateway: probe host set",
            "probe-host",
            put("127.0.0.1", "livenessProbe", "httpGet", "host")),
        unseen(
            "gateway: probe port not declared",
            "agent-probes",
            put(18790, "livenessProbe", "httpGet", "port")),
        unseen("gateway: ports", "agent-probes", cut("ports")),
        seen("gateway: hostPort", "host-access", put(18789, "ports", "0", "hostPort")));
  }

  private static List<Mutation> environment() {
    List<Mutation> environment = new ArrayList<>();
    for (String name :
        List.of(
            "OPENCLAW_CONFIG_READONLY",
            "OPENCLAW_SUPERVISOR_MODE",
            "XDG_CACHE_HOME",
            "NODE_OPTIONS")) {
      environment.add(
          unseen(
              "env: " + name,
              "agent-environment",
              mutant -> {
                List<Object> variables = Mutant.list(mutant.gateway().get("env"));
                variables.remove(Mutant.named(variables, name));
              }));
    }
    environment.add(
        seen(
            "env: duplicate key",
            "environment-twice",
            mutant ->
                Mutant.list(mutant.gateway().get("env"))
                    .add(Map.of("name", "HOME", "value", "/"))));
    return environment;
  }

  private static Consumer<Mutant> cut(String... path) {
    return mutant -> Mutant.cut(mutant.gateway(), path);
  }

  private static Consumer<Mutant> put(Object value, String... path) {
    return mutant -> Mutant.put(mutant.gateway(), value, path);
  }

  private static Consumer<Mutant> image(UnaryOperator<String> change) {
    return mutant ->
        Mutant.put(mutant.gateway(), change.apply((String) mutant.gateway().get("image")), "image");
  }

  private static String tagged(String image) {
    return image.substring(0, image.indexOf('@'));
  }

  private static String repository(String image) {
    return tagged(image).substring(0, tagged(image).lastIndexOf(':'));
  }
}
