package dev.berth.rules.configuration;

import dev.berth.plan.PlannedAgent;
import dev.berth.render.Renderer;
import dev.berth.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** This checkout's template of openclaw.json, or one that somebody edited. */
record Template(Renderer renderer) {

  private static final String PATH = "openclaw/openclaw.json";

  static Template ours() {
    return edited("", "");
  }

  static Template edited(String text, String other) {
    try {
      Map<String, String> texts =
          new HashMap<>(Templates.in(Path.of("..", "..", "templates")).texts());
      String before = texts.get(PATH);
      if (before == null || !before.contains(text)) {
        throw new IllegalArgumentException("the template has no " + text);
      }
      texts.put(PATH, text.isEmpty() ? before : before.replace(text, other));
      return new Template(new Renderer(new Templates(texts)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  ConfigurationRules rules() {
    return new ConfigurationRules(renderer::configuration, renderer.namesAreText());
  }

  String configuration(PlannedAgent agent) {
    return renderer.configuration(agent).orElseThrow().text();
  }
}
