package dev.berth.local.gateway;

import dev.berth.local.place.AgentFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The whole environment of an agent's gateway, and of OpenClaw's own commands about it: whatever
 * else the variables of whoever starts it hold, keys among them, does not reach it. The pod's
 * container has the same names ({@code
 * templates/charts/openclaw-agent/templates/statefulset.yaml}); a test holds the two together.
 */
public final class GatewayVariables {

  /** Where paths in an agent's configuration begin. */
  public static final String HOME = "BERTH_AGENT_HOME";

  /** Overrides the port of the configuration. */
  public static final String PORT = "OPENCLAW_GATEWAY_PORT";

  /** Handed on as they are: language, time, and how this machine reaches the network. */
  private static final Set<String> HANDED_ON =
      Set.of(
          "LANG",
          "TZ",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "ALL_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "all_proxy",
          "NODE_EXTRA_CA_CERTS",
          "NODE_USE_ENV_PROXY",
          "SSL_CERT_DIR",
          "SSL_CERT_FILE");

  private GatewayVariables() {}

  /**
   * What everything of OpenClaw is given that runs for one agent.
   *
   * @param folder the agent's
   * @param node the executable, whose folder is searched for programs first
   * @param around the variables of whoever starts it
   * @param heapMebibytes of Node
   */
  public static Map<String, String> of(
      AgentFolder folder, Path node, Map<String, String> around, int heapMebibytes) {
    Map<String, String> variables = new TreeMap<>();
    around.forEach(
        (name, value) -> {
          if (isHandedOn(name)) {
            variables.put(name, value);
          }
        });
    variables.put("PATH", path(node, around.getOrDefault("PATH", "/usr/bin:/bin")));
    variables.put("HOME", folder.home().toString());
    variables.put("TMPDIR", folder.temporary().toString());
    variables.put("XDG_CACHE_HOME", folder.cache().toString());
    variables.put("NODE_ENV", "production");
    variables.put("NODE_OPTIONS", "--max-old-space-size=" + heapMebibytes);
    variables.put("OPENCLAW_STATE_DIR", folder.state().toString());
    variables.put("OPENCLAW_CONFIG_PATH", folder.configuration().toString());
    // The configuration is compiled from declarations: OpenClaw must not edit it.
    variables.put("OPENCLAW_CONFIG_READONLY", "1");
    // A gateway that cannot start then says so at once, and asks no model how to repair itself.
    variables.put("OPENCLAW_SUPERVISOR_MODE", "external");
    variables.put("OPENCLAW_NO_AUTO_UPDATE", "1");
    variables.put("OPENCLAW_DISABLE_BONJOUR", "1");
    variables.put("OPENCLAW_OFFLINE", "1");
    variables.put(HOME, folder.home().toString());
    return variables;
  }

  /**
   * What an agent's gateway is given.
   *
   * @param port it listens on
   * @param secrets variables its configuration asks for, and their values
   */
  public static Map<String, String> ofGateway(
      AgentFolder folder,
      Path node,
      Map<String, String> around,
      int heapMebibytes,
      int port,
      Map<String, String> secrets) {
    Map<String, String> variables = of(folder, node, around, heapMebibytes);
    secrets.forEach(
        (name, value) -> {
          if (variables.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException(name + " is not a secret's to set");
          }
        });
    variables.put(PORT, Integer.toString(port));
    return variables;
  }

  /** Whether a variable of whoever starts a gateway reaches it as it is. */
  public static boolean isHandedOn(String name) {
    return HANDED_ON.contains(name) || name.startsWith("LC_");
  }

  private static String path(Path node, String inherited) {
    return node.toAbsolutePath().getParent() + ":" + inherited;
  }
}
