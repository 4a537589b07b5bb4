package dev.berth.e2e.knowledge.faults;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the kubelet is told of an agent whose knowledge is carried, as {@code berth render} wrote
 * it.
 *
 * @param init the containers that start first, in order
 * @param gracePeriodSeconds from the first SIGTERM to the last SIGKILL
 */
record PodSpec(List<Container> init, List<String> containers, int gracePeriodSeconds) {

  /**
   * A container that starts before the agent.
   *
   * @param arguments none for a container that runs another program
   * @param sidecar whether it runs on, and ends after the agent
   * @param startupPath what answers once it is up; empty for no probe
   */
  record Container(String name, List<String> arguments, boolean sidecar, String startupPath) {}

  /** The first such pod below a folder. */
  static PodSpec read(Path rendered) throws IOException {
    try (Stream<Path> files = Files.walk(rendered)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        try (Reader text = Files.newBufferedReader(file)) {
          for (Object object : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            if (object instanceof Map<?, ?> map && "StatefulSet".equals(map.get("kind"))) {
              PodSpec pod = pod(map(map(map(map.get("spec")).get("template")).get("spec")));
              if (pod.init().stream().anyMatch(Container::sidecar)) {
                return pod;
              }
            }
          }
        }
      }
    }
    throw new IllegalStateException("no agent in " + rendered + " carries its knowledge");
  }

  private static PodSpec pod(Map<?, ?> spec) {
    return new PodSpec(
        list(spec.get("initContainers")).stream().map(PodSpec::container).toList(),
        list(spec.get("containers")).stream().map(each -> text(map(each).get("name"))).toList(),
        Integer.parseInt(text(spec.get("terminationGracePeriodSeconds"))));
  }

  private static Container container(Object written) {
    Map<?, ?> container = map(written);
    boolean other = container.containsKey("command");
    Object probe = container.get("startupProbe");
    return new Container(
        text(container.get("name")),
        other ? List.of() : list(container.get("args")).stream().map(PodSpec::text).toList(),
        "Always".equals(container.get("restartPolicy")),
        probe == null ? "" : text(map(map(probe).get("httpGet")).get("path")));
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
