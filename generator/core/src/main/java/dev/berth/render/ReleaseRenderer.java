package dev.berth.render;

import dev.berth.plan.HelmRelease;
import dev.berth.plan.LocalProcess;
import dev.berth.plan.PlannedAgent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds to a release what its agent is given, and says how it is released. */
final class ReleaseRenderer {

  /**
   * From the working folder of the fleet stack's program, so that state holds no machine's path.
   */
  private static final String CHART = "../../templates/charts/openclaw-agent";

  private static final String CONFIGURATION = "openclaw/openclaw.json";

  private final TemplateEngine engine;

  ReleaseRenderer(TemplateEngine engine) {
    this.engine = engine;
  }

  Rendered render(HelmRelease release, String path) {
    String configuration = configuration(release.openclaw());
    Map<String, Object> values = new LinkedHashMap<>(release.values());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("soul", base64(release.soul().bytes()));
    content.put("config", base64(configuration.getBytes(StandardCharsets.UTF_8)));
    values.put("content", content);
    String text = YamlPrinter.print(values);
    return new Rendered(release, path, text, () -> inputs(release, text));
  }

  /** A process has a configuration and nothing else that is a file of its own. */
  Rendered render(LocalProcess process, String path) {
    return new Rendered(process, path, configuration(process.openclaw()), Map::of);
  }

  /**
   * An agent's openclaw.json.
   *
   * @param values what the template may say
   */
  String configuration(Map<String, Object> values) {
    return CanonicalJson.print(CONFIGURATION, engine.render(CONFIGURATION, values));
  }

  AgentConfiguration configuration(PlannedAgent agent, Map<String, Object> values) {
    Map<String, Object> unnamed = new LinkedHashMap<>(values);
    unnamed.put("agent", "unnamed");
    return new AgentConfiguration(
        agent, agent.agent().openclaw().value(), configuration(values), configuration(unnamed));
  }

  boolean namesAreText() {
    return engine.onlySays(CONFIGURATION, "agent");
  }

  private static Map<String, Object> inputs(HelmRelease release, String text) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("name", release.id().agent().text());
    inputs.put("namespace", release.id().team().text());
    inputs.put("chart", CHART);
    inputs.put("createNamespace", false);
    inputs.put("skipAwait", false);
    // In seconds: an old pod may take 390 to leave, its successor 300 to start, a node some more.
    inputs.put("timeout", 900);
    // Unset means every revision ever made, each a Secret.
    inputs.put("maxHistory", 10);
    inputs.put("values", YamlParser.parse(text));
    return inputs;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
