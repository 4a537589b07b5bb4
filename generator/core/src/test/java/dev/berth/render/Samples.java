package dev.berth.render;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Soul;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One team with one agent, as a planner would plan them, and the repository's own templates. */
final class Samples {

  static final AgentId CUSTOMER = new AgentId(new Name("support"), new Name("customer"));
  static final String SOUL = "# Customer\r\n{{ 7*7 }} \ud83e\udd9e";

  private Samples() {}

  static Templates templates() {
    try {
      return Templates.in(Path.of("..", "..", "templates"));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  static List<KubernetesObject> team(String team) {
    return List.of(
        object("core/v1:Namespace", team, "team/namespace", Map.of()),
        object(
            "core/v1:ResourceQuota",
            team,
            "team/resource-quota",
            Map.of(
                "cpu", "8",
                "memory", "16Gi",
                "agents", 6,
                "pods", 10,
                "ephemeralStorage", "8Gi",
                "storage", "60Gi")),
        object(
            "core/v1:LimitRange",
            team,
            "team/limit-range",
            Map.of("maxCpu", "1", "maxMemory", "2Gi")),
        object("core/v1:ServiceAccount", team, "team/service-account", Map.of()),
        object("networking.k8s.io/v1:NetworkPolicy", team, "team/network-policy", Map.of()),
        object("monitoring.googleapis.com/v1:PodMonitoring", team, "team/pod-monitoring", Map.of()),
        object("rbac.authorization.k8s.io/v1:Role", team, "team/role", Map.of()),
        object(
            "rbac.authorization.k8s.io/v1:RoleBinding",
            team,
            "team/role-binding",
            Map.of(
                "subjects",
                List.of(
                    Map.of("kind", "Group", "name", "support@example.com"),
                    Map.of("kind", "User", "name", "ada@example.com")))));
  }

  static List<KubernetesObject> agent(AgentId id) {
    Map<String, Object> said = Map.of("agent", id.agent().text(), "version", "2026.9.6");
    String team = id.team().text();
    return List.of(
        object("core/v1:ServiceAccount", team, "agent/service-account", said),
        object(
            "networking.k8s.io/v1:NetworkPolicy",
            team,
            "agent/network-policy",
            with(
                said,
                Map.of(
                    "dns",
                    List.of("169.254.20.10/32", "169.254.169.254/32"),
                    "metadata",
                    true,
                    "ranges",
                    List.of("199.36.153.4/30"),
                    "calls",
                    List.of("triage"),
                    "callers",
                    List.of("returns"),
                    "metrics",
                    true,
                    "closed",
                    List.of("10.0.0.0/8")))),
        object(
            "networking.gke.io/v1alpha1:FQDNNetworkPolicy",
            team,
            "agent/fqdn-network-policy",
            with(
                said,
                Map.of(
                    "name",
                    id.agent().text(),
                    "names",
                    List.of("api.anthropic.com", "discord.com"),
                    "patterns",
                    List.of("*.example.com")))),
        object(
            "secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
            team,
            "agent/secret-provider-class",
            with(
                said,
                Map.of(
                    "secrets",
                    List.of(
                        Map.of(
                            "resourceName",
                            "projects/acme-agents-dev/secrets/a-token/versions/latest",
                            "path",
                            "discord-token"))))));
  }

  /** What an agent has instead of a SecretProviderClass where External Secrets brings its keys. */
  static List<KubernetesObject> stores(AgentId id) {
    Map<String, Object> said = Map.of("agent", id.agent().text(), "version", "2026.9.6");
    String team = id.team().text();
    return List.of(
        object("rbac.authorization.k8s.io/v1:Role", team, "agent/token-role", said),
        object(
            "rbac.authorization.k8s.io/v1:RoleBinding",
            team,
            "agent/token-role-binding",
            with(
                said,
                Map.of(
                    "controller",
                    "external-secrets-" + team,
                    "controllerNamespace",
                    "external-secrets"))),
        object(
            "external-secrets.io/v1:SecretStore",
            team,
            "agent/secret-store-google",
            with(
                said,
                Map.of(
                    "project",
                    "acme-agents-dev",
                    "region",
                    "europe-west1",
                    "cluster",
                    "berth-dev"))),
        object(
            "external-secrets.io/v1:SecretStore",
            team,
            "agent/secret-store-vault",
            with(
                said,
                Map.of(
                    "server",
                    "https://vault.example.com",
                    "mount",
                    "secret",
                    "role",
                    "support.customer",
                    "audience",
                    "vault"))),
        object(
            "external-secrets.io/v1:ExternalSecret",
            team,
            "agent/external-secret",
            with(
                said,
                Map.of(
                    "secrets",
                    List.of(
                        Map.of(
                            "key", "discord-token", "remote", "berth/a-token", "property", "value"),
                        Map.of("key", "model-api-key", "remote", "a-key", "property", ""))))));
  }

  /** What only clusters that are not GKE get, and what belongs to a whole cluster. */
  static List<KubernetesObject> elsewhere(AgentId id) {
    return List.of(
        object(
            "cilium.io/v2:CiliumNetworkPolicy",
            id.team().text(),
            "agent/cilium-network-policy",
            Map.of(
                "agent",
                id.agent().text(),
                "version",
                "2026.9.6",
                "names",
                List.of("api.anthropic.com"),
                "patterns",
                List.of("*.example.com"))),
        new KubernetesObject(
            "kubernetes:policy.networking.k8s.io/v1alpha2:ClusterNetworkPolicy",
            "berth",
            "cluster/cluster-network-policy.yaml",
            "",
            Map.of(
                "metadata", true,
                "inside", List.of("10.0.0.0/8"),
                "insideOfIpv6", List.of("fc00::/7")),
            Origin.BUILT_IN),
        admission("pods-policy", Map.of("repositories", "['ghcr.io/openclaw/openclaw']")),
        admission("pods-binding", Map.of()),
        admission("walls-policy", Map.of("hostsOpen", true)),
        admission("walls-binding", Map.of()),
        admission("rights-policy", Map.of("externalSecrets", true)),
        admission("rights-binding", Map.of()),
        admission("namespaces-policy", Map.of()),
        admission("namespaces-binding", Map.of()));
  }

  private static KubernetesObject admission(String what, Map<String, Object> values) {
    String kind =
        what.endsWith("policy") ? "ValidatingAdmissionPolicy" : "ValidatingAdmissionPolicyBinding";
    return new KubernetesObject(
        "kubernetes:admissionregistration.k8s.io/v1:" + kind,
        "admission/" + what,
        "cluster/" + what + ".yaml",
        "",
        values,
        Origin.BUILT_IN);
  }

  static HelmRelease release(AgentId id) {
    return new HelmRelease(
        id + "/release",
        id,
        chartValues(id),
        new Soul(id.agent(), SOUL.getBytes(StandardCharsets.UTF_8)),
        openclaw(id, "anthropic", List.of(discord())),
        Origin.BUILT_IN);
  }

  static Map<String, Object> chartValues(AgentId id) {
    return Map.ofEntries(
        Map.entry(
            "image",
            Map.of(
                "repository", "ghcr.io/openclaw/openclaw",
                "tag", "2026.9.6-slim",
                "digest", "1".repeat(64))),
        Map.entry("owner", id.team().text()),
        Map.entry("version", "2026.9.6"),
        Map.entry("serviceAccountName", id.agent().text()),
        Map.entry(
            "resources",
            Map.of(
                "requests", Map.of("cpu", "100m", "memory", "1Gi"),
                "limits", Map.of("cpu", "1", "memory", "2Gi"))),
        Map.entry("heapMebibytes", 1536),
        Map.entry("storage", Map.of("size", "10Gi", "className", "standard-rwo")),
        Map.entry(
            "secrets",
            Map.of(
                "className", id.agent().text(),
                "driver", "secrets-store-gke.csi.k8s.io",
                "keys", List.of("discord-token", "model-api-key"))),
        Map.entry("nodeSelector", Map.of("cloud.google.com/gke-nodepool", "agents")),
        Map.entry("tolerations", List.of()),
        Map.entry("runtimeClassName", ""));
  }

  /** What the template of a probe's Job may say. */
  static Map<String, Object> probe(AgentId id) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String text :
        List.of("version", "image", "cpu", "memory", "ephemeralStorage", "script", "checks")) {
      values.put(text, "some " + text);
    }
    values.put("name", id.agent() + "-probe");
    values.put("team", id.team().text());
    values.put("agent", id.agent().text());
    values.put("runtimeClass", "gvisor");
    values.put("seconds", 360);
    values.put("nodeLabels", List.of(Map.of("key", "pool", "value", "agents")));
    values.put(
        "tolerations",
        List.of(Map.of("key", "team", "operator", "Equal", "value", "x", "effect", "NoSchedule")));
    return values;
  }

  static Map<String, Object> openclaw(
      AgentId id, String provider, List<Map<String, Object>> channels) {
    return pairs(
        "agent",
        id.agent().text(),
        "model",
        provider + "/some-model-1",
        "provider",
        provider,
        "baseUrl",
        "https://api.example.com",
        "workspace",
        "/var/lib/openclaw/workspace",
        "logFile",
        "/var/lib/openclaw/state/logs/gateway.log",
        "bind",
        "lan",
        "completions",
        false,
        "modelKey",
        reference("model-api-key"),
        "gatewayToken",
        reference("gateway-token"),
        "files",
        files(List.of("discord-token", "model-api-key", "gateway-token")),
        "ownModels",
        List.of(),
        "tools",
        List.of("read"),
        "channels",
        channels);
  }

  private static Map<String, Object> pairs(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int each = 0; each < namesAndValues.length; each += 2) {
      values.put((String) namesAndValues[each], namesAndValues[each + 1]);
    }
    return values;
  }

  /** How the file of a key is referred to. */
  static Map<String, Object> reference(String key) {
    return Map.of("source", "file", "provider", key, "id", "value");
  }

  static List<Map<String, Object>> files(List<String> keys) {
    return keys.stream()
        .map(key -> Map.<String, Object>of("name", key, "path", "/run/openclaw/keys/" + key))
        .toList();
  }

  static Map<String, Object> discord() {
    return channel("discord", Map.of("token", "discord-token"));
  }

  /** A channel with its secret fields, each with the file name of its key. */
  static Map<String, Object> channel(String name, Map<String, String> secrets) {
    return Map.of(
        "name",
        name,
        "secrets",
        secrets.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> Map.of("field", each.getKey(), "reference", reference(each.getValue())))
            .toList());
  }

  private static KubernetesObject object(
      String type, String team, String template, Map<String, Object> values) {
    String owner = values.containsKey("agent") ? team + "/" + values.get("agent") : team;
    return new KubernetesObject(
        "kubernetes:" + type,
        owner + template.substring(template.indexOf('/')),
        template + ".yaml",
        team,
        with(values, Map.of("team", team)),
        Origin.BUILT_IN);
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
