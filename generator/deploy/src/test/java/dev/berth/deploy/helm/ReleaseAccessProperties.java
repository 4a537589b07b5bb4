package dev.berth.deploy.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Environments;
import dev.berth.Fleets;
import dev.berth.Generator;
import dev.berth.access.AccessMap;
import dev.berth.access.Edge;
import dev.berth.access.Made;
import dev.berth.access.Pod;
import dev.berth.access.ReadBack;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.render.Rendered;
import dev.berth.render.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pods Helm really makes can do what the access map says, and nothing else. */
class ReleaseAccessProperties {

  private final HelmTemplate helm = new HelmTemplate(HelmTemplateTest.CHART);

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Provide
  Arbitrary<Environment> places() {
    return Arbitraries.of(Environments.withEveryStore());
  }

  @Property(tries = 15)
  void theMapIsWhatThePodsOfHelmMayDo(
      @ForAll("fleets") Fleet fleet, @ForAll("places") Environment environment) throws IOException {
    Generator generator = new Generator(Templates.in(Path.of("..", "..", "templates")));
    Plan plan = generator.plan(fleet, environment);
    List<Rendered> rendered = generator.render(plan).toList();
    List<Made> made = new ArrayList<>(Made.of(rendered));
    List<Pod> pods = new ArrayList<>();
    for (Rendered each : rendered) {
      if (each.planned() instanceof HelmRelease release) {
        List<Made> ofHelm = documents(helm.render(release.id(), each.text()));
        made.addAll(ofHelm);
        pods.addAll(ofHelm.stream().flatMap(it -> pod(it).stream()).toList());
      }
    }
    assertEquals(plan.agents().size(), pods.size());
    assertEquals(Edge.of(AccessMap.of(plan)), ReadBack.of(made, pods));
  }

  /** Read like any other object: a chart that brings a policy or a role of its own is found out. */
  private static List<Made> documents(String manifest) {
    List<Made> all = new ArrayList<>();
    for (Object each : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifest)) {
      Map<String, Object> object = map(each);
      all.add(new Made("kubernetes:helm:" + object.get("kind"), "of Helm", object));
    }
    return all;
  }

  private static Optional<Pod> pod(Made object) {
    Map<String, Object> template = map(map(object.inputs().get("spec")).get("template"));
    if (template.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> metadata = map(object.inputs().get("metadata"));
    Map<String, Object> spec = map(template.get("spec"));
    List<Map<String, Object>> volumes = maps(spec.get("volumes"));
    volumes.forEach(ReleaseAccessProperties::mustBeReadHere);
    Set<String> classes =
        volumes.stream()
            .map(volume -> map(volume.get("csi")))
            .filter(csi -> !csi.isEmpty())
            .map(csi -> map(csi.get("volumeAttributes")).get("secretProviderClass").toString())
            .collect(Collectors.toSet());
    Set<Pod.Item> projected =
        volumes.stream()
            .flatMap(volume -> maps(map(volume.get("projected")).get("sources")).stream())
            .map(source -> map(source.get("secret")))
            .flatMap(secret -> Pod.Item.of(secret.get("name"), secret.get("items")))
            .collect(Collectors.toSet());
    return Optional.of(
        Pod.agent(
            metadata.get("namespace").toString(),
            metadata.get("name").toString(),
            map(map(template.get("metadata")).get("labels")),
            spec.get("serviceAccountName").toString(),
            classes,
            projected));
  }

  /** A Secret comes through a driver or file by file: never whole, and never with a token. */
  private static void mustBeReadHere(Map<String, Object> volume) {
    Set<String> kinds = new TreeSet<>(volume.keySet());
    kinds.removeAll(
        Set.of("name", "csi", "projected", "emptyDir", "configMap", "persistentVolumeClaim"));
    assertEquals(Set.of(), kinds);
    for (Map<String, Object> source : maps(map(volume.get("projected")).get("sources"))) {
      assertTrue(Set.of("secret", "configMap").containsAll(source.keySet()), source::toString);
      assertEquals(source.containsKey("secret"), map(source.get("secret")).containsKey("items"));
    }
  }

  private static List<Map<String, Object>> maps(Object list) {
    return list instanceof List<?> some
        ? some.stream().map(ReleaseAccessProperties::map).toList()
        : List.of();
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new TreeMap<>();
    if (value instanceof Map<?, ?> some) {
      some.forEach((key, each) -> map.put(key.toString(), each));
    }
    return map;
  }
}
