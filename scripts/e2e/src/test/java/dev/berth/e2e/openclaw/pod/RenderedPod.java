package dev.berth.e2e.openclaw.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An agent's pod, as Helm rendered it.
 *
 * @param agent its name, without its team
 * @param declared what its ConfigMap holds: SOUL.md and openclaw.json
 * @param delivered the names of the files that its secrets come as
 * @param spec the pod's own
 */
record RenderedPod(
    String agent, Map<String, byte[]> declared, List<String> delivered, JsonNode spec) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PATH = Pattern.compile("(?m)^ *path: \"(.*)\"$");

  /**
   * What {@code berth render} wrote.
   *
   * @param name {@code TEAM/AGENT}
   */
  static RenderedPod read(Path rendered, String name) throws IOException {
    Path folder = rendered.resolve("teams").resolve(name);
    Map<String, JsonNode> kinds = new LinkedHashMap<>();
    for (String file : List.of("manifests.yaml", "secret-provider-class.yaml")) {
      String text = Files.readString(folder.resolve(file));
      for (Object each : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
        JsonNode object = JSON.valueToTree(each);
        kinds.put(object.path("kind").asText(), object);
      }
    }
    Map<String, byte[]> declared = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> file :
        kinds.get("ConfigMap").path("binaryData").properties()) {
      declared.put(file.getKey(), Base64.getDecoder().decode(file.getValue().asText()));
    }
    String secrets =
        kinds.get("SecretProviderClass").path("spec").path("parameters").path("secrets").asText();
    List<String> delivered =
        PATH.matcher(secrets).results().map(MatchResult::group).map(RenderedPod::quoted).toList();
    return new RenderedPod(
        name.substring(name.indexOf('/') + 1),
        declared,
        delivered,
        kinds.get("StatefulSet").path("spec").path("template").path("spec"));
  }

  private static String quoted(String line) {
    return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
  }

  String soul() {
    return new String(declared.get("SOUL.md"), StandardCharsets.UTF_8);
  }

  List<Container> init() {
    return containers("initContainers");
  }

  Container gateway() {
    return containers("containers").get(0);
  }

  int gracePeriodSeconds() {
    return spec.path("terminationGracePeriodSeconds").asInt();
  }

  /**
   * The same, whose model is asked elsewhere, in the protocol of chat completions, which is what
   * the recording server speaks. Nothing else of its configuration is touched.
   */
  RenderedPod askingAt(String baseUrl) throws IOException {
    JsonNode config = JSON.readTree(declared.get("openclaw.json"));
    for (JsonNode provider : config.path("models").path("providers")) {
      ((ObjectNode) provider).put("baseUrl", baseUrl).put("api", "openai-completions");
    }
    Map<String, byte[]> edited = new LinkedHashMap<>(declared);
    edited.put("openclaw.json", JSON.writeValueAsBytes(config));
    return new RenderedPod(agent, edited, delivered, spec);
  }

  /** The same, of another specification. */
  RenderedPod edited(Consumer<ObjectNode> edit) {
    ObjectNode copy = spec.deepCopy();
    edit.accept(copy);
    return new RenderedPod(agent, declared, delivered, copy);
  }

  private List<Container> containers(String key) {
    List<Container> containers = new ArrayList<>();
    spec.path(key).forEach(each -> containers.add(new Container(each)));
    return containers;
  }
}
