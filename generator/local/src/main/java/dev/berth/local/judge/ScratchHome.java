package dev.berth.local.judge;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.berth.local.gateway.GatewayVariables;
import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A home for one configuration, as strict as an agent's own: folders 0700, the configuration 0400,
 * and a made-up key, 0400, wherever the configuration reads one. The folders of a pod become this
 * one's. It goes when it is closed.
 *
 * @param variables what OpenClaw's commands are given in it
 */
record ScratchHome(AgentFolder folder, Map<String, String> variables) implements AutoCloseable {

  /** Long enough for every rule about short ones, and nobody's. */
  private static final String MADE_UP = "made-up-by-berth-verify-0123456789abcdef";

  private static final int HEAP_MEBIBYTES = 1024;

  private static final String POD_HOME = "/var/lib/openclaw";

  private static final String POD_KEYS = "/run/openclaw/keys";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private static final Gson PRINTER =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /**
   * A new one.
   *
   * @param configuration an openclaw.json, of a pod or of a process
   * @param node the executable
   * @param around the variables of whoever asks
   */
  static ScratchHome of(String configuration, Path node, Map<String, String> around)
      throws IOException {
    AgentFolder folder =
        new AgentFolder(Files.createTempDirectory("berth-verify-", OWNERS_FOLDER).toRealPath());
    Map<String, String> madeUp = new TreeMap<>();
    try {
      for (Path each :
          List.of(
              folder.configuration().getParent(),
              folder.state(),
              folder.workspace(),
              folder.cache(),
              folder.temporary(),
              keys(folder))) {
        Files.createDirectory(each, OWNERS_FOLDER);
      }
      JsonElement moved = moved(JsonParser.parseString(configuration), folder, madeUp);
      write(folder.configuration(), PRINTER.toJson(moved) + "\n");
    } catch (IOException | RuntimeException failed) {
      delete(folder.home());
      throw failed;
    }
    Map<String, String> variables = GatewayVariables.of(folder, node, around, HEAP_MEBIBYTES);
    madeUp.forEach(variables::putIfAbsent);
    // `security audit` would have npm look for a channel's plugin although OPENCLAW_OFFLINE is set.
    variables.put("npm_config_offline", "true");
    variables.put("npm_config_fetch_retries", "0");
    return new ScratchHome(folder, variables);
  }

  private static Path keys(AgentFolder folder) {
    return folder.home().resolve("keys");
  }

  /** The same with every path and key in this home. */
  private static JsonElement moved(
      JsonElement element, AgentFolder folder, Map<String, String> madeUp) throws IOException {
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      for (Map.Entry<String, JsonElement> each : object.entrySet()) {
        copy.add(each.getKey(), moved(each.getValue(), folder, madeUp));
      }
      if (copy.has("source") && copy.get("source").equals(new JsonPrimitive("env"))) {
        madeUp.put(copy.get("id").getAsString(), MADE_UP);
      }
      return copy;
    }
    if (element instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      for (JsonElement each : array) {
        copy.add(moved(each, folder, madeUp));
      }
      return copy;
    }
    return element instanceof JsonPrimitive text && text.isString()
        ? new JsonPrimitive(moved(text.getAsString(), folder, madeUp))
        : element;
  }

  private static String moved(String text, AgentFolder folder, Map<String, String> madeUp)
      throws IOException {
    if (text.startsWith(POD_KEYS + "/")) {
      Path key = keys(folder).resolve(text.substring(POD_KEYS.length() + 1));
      if (!Files.exists(key)) {
        write(key, MADE_UP);
      }
      return key.toString();
    }
    if (text.equals(POD_HOME) || text.startsWith(POD_HOME + "/")) {
      return folder.home() + text.substring(POD_HOME.length());
    }
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      // A port is the one thing besides keys and the home that a configuration asks for.
      madeUp.putIfAbsent(variable.group(1), "18790");
    }
    return text;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
  }

  /** What a command said, without this home's own path. */
  String told(String said) {
    return said.replace(folder.home().toString(), "~");
  }

  @Override
  public void close() throws IOException {
    delete(folder.home());
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> there = Files.walk(folder)) {
      all = there.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
