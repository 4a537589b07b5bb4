package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.plan.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final Pattern OUTPUT = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  private static final Pattern ONE_FILTER = Pattern.compile("[^|]+\\|yaml ");

  private final Templates templates = Samples.templates();
  private final TemplateEngine engine = new TemplateEngine(templates);

  @Test
  void everyTemplateIsRenderedByATest() {
    Set<String> there = new TreeSet<>(templates.texts().keySet());
    // No template: it is handed over as it is.
    assertTrue(there.remove("probe/probe.mjs"));
    assertEquals(there, samples().keySet());
  }

  @Test
  void everyValueGoesThroughTheOneFilter() {
    List<String> unfiltered = new ArrayList<>();
    templates.texts().forEach((name, text) -> unfiltered.addAll(unfiltered(name, text)));
    assertEquals(List.of(), unfiltered);
  }

  @Test
  void aValueThatGoesAroundTheFilterIsSeen() {
    assertEquals(List.of("x: {{ team }}"), unfiltered("x", "a: {{ team }}\nb: {{ team|yaml }}"));
    assertEquals(List.of("x: {{ a|string|yaml }}"), unfiltered("x", "{{ a|string|yaml }}"));
    assertEquals(List.of("x: {{ a|yaml|upper }}"), unfiltered("x", "{{ a|yaml|upper }}"));
  }

  @Test
  void everyValueIsNeededWhereverItStands() {
    List<String> idle = new ArrayList<>();
    samples()
        .forEach(
            (name, values) ->
                without(values)
                    .forEach(
                        (left, fewer) -> {
                          try {
                            engine.render(name, fewer);
                            idle.add(name + " does without " + left);
                          } catch (TemplateBug expected) {
                            assertTrue(expected.line() > 0, expected::getMessage);
                          }
                        }));
    assertEquals(List.of(), idle);
  }

  @Test
  void everyObjectIsOfItsPlannedKindAndInItsTeamsNamespace() {
    for (KubernetesObject object : objects()) {
      Map<String, Object> made = parsed(object);
      String group = made.get("apiVersion").toString();
      String token = (group.contains("/") ? group : "core/" + group) + ":" + made.get("kind");
      assertEquals(object.type(), "kubernetes:" + token);
      Map<?, ?> metadata = (Map<?, ?>) made.get("metadata");
      if (object.namespace().isEmpty()) {
        assertFalse(metadata.containsKey("namespace"), object.template());
        continue;
      }
      boolean namespace = made.get("kind").equals("Namespace");
      assertEquals(object.namespace(), metadata.get(namespace ? "name" : "namespace"));
      assertEquals("support", ((Map<?, ?>) metadata.get("labels")).get("owner"));
    }
  }

  @Test
  void noTextOfAnObjectIsTakenForSomethingElse() {
    for (KubernetesObject object : objects()) {
      assertEquals(Set.of(), strangers(parsed(object)), object.template());
    }
  }

  @Test
  void anUnknownTemplateIsABug() {
    assertThrows(TemplateBug.class, () -> engine.render("kubernetes/no/such.yaml", Map.of()));
  }

  private Map<String, Object> parsed(KubernetesObject object) {
    return YamlParser.parse(engine.render("kubernetes/" + object.template(), object.values()));
  }

  /** The same values without one of them, also of those in lists, by what was left out. */
  private static Map<String, Map<String, Object>> without(Map<String, Object> values) {
    Map<String, Map<String, Object>> fewer = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          Map<String, Object> rest = new TreeMap<>(values);
          rest.remove(key);
          fewer.put(key, rest);
          if (value instanceof List<?> list
              && !list.isEmpty()
              && list.get(0) instanceof Map<?, ?> item) {
            @SuppressWarnings("unchecked")
            Map<String, Object> first = (Map<String, Object>) item;
            without(first)
                .forEach(
                    (inner, restOfItem) -> {
                      Map<String, Object> changed = new TreeMap<>(values);
                      changed.put(key, List.of(restOfItem));
                      fewer.put(key + "." + inner, changed);
                    });
          }
        });
    return fewer;
  }

  private static Stream<Object> leaves(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(TemplatesTest::leaves);
    }
    return value instanceof List<?> list
        ? list.stream().flatMap(TemplatesTest::leaves)
        : Stream.of(value);
  }

  /** Kinds of scalar that no object of ours holds: dates, fractions, nothing. */
  private static Set<Object> strangers(Object value) {
    return leaves(value)
        .filter(
            each -> !(each instanceof String || each instanceof Integer || each instanceof Boolean))
        .collect(Collectors.toSet());
  }

  private static List<String> unfiltered(String name, String text) {
    List<String> found = new ArrayList<>();
    Matcher outputs = OUTPUT.matcher(text);
    while (outputs.find()) {
      // One filter only: others make an empty text of a value that is not there.
      if (!ONE_FILTER.matcher(outputs.group(1)).matches()) {
        found.add(name + ": " + outputs.group());
      }
    }
    return found;
  }

  private static List<KubernetesObject> objects() {
    return Stream.of(
            Samples.team("support"),
            Samples.agent(Samples.CUSTOMER),
            Samples.stores(Samples.CUSTOMER),
            Samples.elsewhere(Samples.CUSTOMER))
        .flatMap(List::stream)
        .toList();
  }

  /** What every template is given, by its path. */
  private static Map<String, Map<String, Object>> samples() {
    Map<String, Map<String, Object>> samples = new TreeMap<>();
    objects().forEach(each -> samples.put("kubernetes/" + each.template(), each.values()));
    samples.put(
        "openclaw/openclaw.json",
        Samples.openclaw(Samples.CUSTOMER, "anthropic", List.of(Samples.discord())));
    samples.put("probe/job.yaml", Samples.probe(Samples.CUSTOMER));
    return samples;
  }
}
