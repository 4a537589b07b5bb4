package dev.berth.render;

import dev.berth.plan.PlannedProbe;
import java.util.Map;

/**
 * The Job that runs a probe.
 *
 * @param text one document of YAML
 */
public record ProbeJob(PlannedProbe probe, String text) {

  /** The same as data. */
  public Map<String, Object> tree() {
    return YamlParser.parse(text);
  }
}
