package dev.berth.local.supervise;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.berth.local.control.AgentOrder;
import dev.berth.local.gateway.GatewayVariables;
import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process of one gateway: its command, and the environment it is given, of which nothing is the
 * user's but what was asked for by name.
 *
 * @param echoPort of Berth's own model server; 0 when it asks none
 * @param echoKey what that one is shown
 */
record GatewayStart(
    AgentOrder order, AgentFolder folder, int port, String token, int echoPort, String echoKey) {

  private static final String MODEL_KEY = "BERTH_MODEL_KEY";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  /** Everything it is given, by name. */
  Map<String, String> environment() {
    Map<String, String> own = new TreeMap<>(order.secrets());
    if (order.echo()) {
      own.put("BERTH_ECHO_PORT", String.valueOf(echoPort));
    }
    // A model server of one's own need not ask for a key, but OpenClaw has one to send.
    own.putIfAbsent(MODEL_KEY, order.echo() ? echoKey : "none");
    own.put("OPENCLAW_GATEWAY_TOKEN", token);
    return GatewayVariables.ofGateway(
        folder, Path.of(order.node()), System.getenv(), order.heapMebibytes(), port, own);
  }

  /** The variables that its configuration asks for and that nothing gives a value. */
  SortedSet<String> missing() {
    SortedSet<String> asked = new TreeSet<>();
    collect(JsonParser.parseString(order.configuration()), asked);
    Map<String, String> given = environment();
    asked.removeIf(name -> !given.getOrDefault(name, "").isEmpty());
    return asked;
  }

  /** Starts it, with its output and its errors as one stream. */
  Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(order.node(), order.openclaw(), "gateway", "run"))
            .directory(folder.home().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static void collect(JsonElement element, SortedSet<String> asked) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, asked));
    } else if (element instanceof JsonObject object) {
      if (isText(object.get("source"), "env") && object.get("id") != null) {
        asked.add(object.get("id").getAsString());
      }
      object.entrySet().forEach(each -> collect(each.getValue(), asked));
    } else if (element.isJsonPrimitive()) {
      Matcher variables = VARIABLE.matcher(element.getAsString());
      while (variables.find()) {
        asked.add(variables.group(1));
      }
    }
  }

  private static boolean isText(
      @org.jspecify.annotations.Nullable JsonElement element, String text) {
    return element != null && element.isJsonPrimitive() && element.getAsString().equals(text);
  }
}
