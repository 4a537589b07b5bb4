package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEngineTest {

  @Test
  void aValueIsTextWhateverItHolds() {
    for (String text : List.of("{{ 7*7 }}", "{% raw %}", "{{", "{# x #}", "{{ secret }}")) {
      assertEquals(
          "a: \"" + text + "\"\n",
          render("a: {{ text|yaml }}\n", Map.of("text", text, "secret", "s")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ agnet }}",
        "{{ agnet|yaml }}",
        "{{ agent.nmae|yaml }}",
        "{% if agnet %}x{% endif %}",
        "{% for each in agnets %}x{% endfor %}",
        "{{ agent|yamll }}",
        "{{ agent|yaml",
        "{% if agent %}",
        "{% endif %}",
        "{{ list|yaml }}",
        "{{ fraction|yaml }}",
        "{{ rare|yaml }}",
        "{{ unixtimestamp() }}",
        "{{ today() }}",
        "{{ list|random }}",
        "{{ list|shuffle }}",
      })
  void anythingWrongWithATemplateIsABugThatNamesTheLine(String wrong) {
    TemplateBug bug =
        assertThrows(TemplateBug.class, () -> render("a: 1\n" + wrong + "\n", known()));
    assertEquals("kubernetes/x.yaml", bug.template());
    assertEquals(2, bug.line(), bug::getMessage);
    assertTrue(bug.getMessage().startsWith("templates/kubernetes/x.yaml:2: "), bug::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% include 'x' %}",
        "{% import 'x' %}",
        "{% extends 'x' %}",
        "{% from 'x' import y %}",
        "{% macro m() %}x{% endmacro %}{{ m() }}",
        "{% do list.append(1) %}",
      })
  void aTemplateIsWholeInItself(String forbidden) {
    TemplateBug bug = assertThrows(TemplateBug.class, () -> render(forbidden, known()));
    assertTrue(bug.getMessage().contains("is disabled"), bug::getMessage);
    assertTrue(bug.line() >= 0);
  }

  @Test
  void aNullIsNeverWritten() {
    Map<String, Object> values = new HashMap<>();
    values.put("nothing", null);
    assertThrows(TemplateBug.class, () -> render("{{ nothing|yaml }}", values));
  }

  @Test
  void wholeNumbersAndBooleansStandPlain() {
    assertEquals(
        "7 true 5000000000\n",
        render(
            "{{ a|yaml }} {{ b|yaml }} {{ c|yaml }}\n",
            Map.of("a", 7, "b", true, "c", 5_000_000_000L)));
  }

  private static Map<String, Object> known() {
    return Map.of(
        "agent",
        Map.of("name", "x"),
        "list",
        List.of("a"),
        "fraction",
        0.5,
        "rare",
        "\ud83e\udd9e");
  }

  private static String render(String template, Map<String, Object> values) {
    return new TemplateEngine(new Templates(Map.of("kubernetes/x.yaml", template)))
        .render("kubernetes/x.yaml", values);
  }
}
