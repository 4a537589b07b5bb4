package dev.berth.deploy.helm;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart's objects for its sample values, as data. */
final class Workload {

  private Workload() {}

  /** The pod's only container of a kind: {@code initContainers} or {@code containers}. */
  static Map<?, ?> container(String kind) throws IOException {
    List<?> containers = (List<?>) pod().get(kind);
    if (containers.size() != 1) {
      throw new AssertionError(kind + ": " + containers.size());
    }
    return (Map<?, ?>) containers.get(0);
  }

  static Map<?, ?> pod() throws IOException {
    return map(map(spec().get("template")).get("spec"));
  }

  static Map<?, ?> spec() throws IOException {
    return spec("StatefulSet");
  }

  /** Of the chart's only object of a kind. */
  static Map<?, ?> spec(String kind) throws IOException {
    return spec(kind, "agent-values.yaml");
  }

  /**
   * The same of the chart with another of its own examples of values.
   *
   * @param values a file of the chart's folder {@code ci}
   */
  static Map<?, ?> spec(String kind, String values) throws IOException {
    return rendered(kind, Files.readString(HelmTemplateTest.CHART.resolve("ci/" + values)));
  }

  /** The same of the chart with these values. */
  static Map<?, ?> rendered(String kind, String values) {
    String manifest =
        new HelmTemplate(HelmTemplateTest.CHART)
            .render(new AgentId(new Name("support"), new Name("customer")), values);
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifest)) {
      if (map(document).get("kind").equals(kind)) {
        return map(map(document).get("spec"));
      }
    }
    throw new AssertionError("no " + kind);
  }

  static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }
}
