package dev.berth.render;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Fills templates in, and knows no way to do it in part. Safe for use by several threads. */
final class TemplateEngine {

  private static final Pattern TAG = Pattern.compile("(?s)\\{\\{.*?}}|\\{%.*?%}");

  private final Templates templates;

  TemplateEngine(Templates templates) {
    this.templates = templates;
  }

  /**
   * The text of a template with {@code values} in it.
   *
   * @param template path below {@code templates/}
   * @param values text, whole numbers, booleans, lists and maps of these
   * @throws TemplateBug when anything at all is wrong with the template or a value is missing
   */
  String render(String template, Map<String, Object> values) {
    String text = templates.texts().get(template);
    if (text == null) {
      throw new TemplateBug(template, 0, "there is no such template");
    }
    return Interpreters.with(values, interpreter -> render(template, text, interpreter));
  }

  /** Whether a template says {@code {{ name|yaml }}} and names the value nowhere else. */
  boolean onlySays(String template, String name) {
    Pattern named = Pattern.compile("(?<![.\\w])" + name + "(?!\\w)");
    return TAG.matcher(templates.texts().getOrDefault(template, ""))
        .results()
        .map(MatchResult::group)
        .filter(tag -> named.matcher(tag).find())
        .allMatch(("{{ " + name + "|yaml }}")::equals);
  }

  private static String render(String template, String text, JinjavaInterpreter interpreter) {
    String rendered;
    try {
      rendered = interpreter.render(text);
    } catch (RuntimeException wrong) {
      int line = wrong instanceof InterpretException known ? known.getLineNumber() : 0;
      throw new TemplateBug(template, Math.max(0, line), String.valueOf(wrong.getMessage()));
    }
    // The output of a template with errors is incomplete without saying so.
    for (TemplateError first : interpreter.getErrorsCopy()) {
      // Forbidden tags come without a line: -1.
      throw new TemplateBug(template, Math.max(0, first.getLineno()), first.getMessage());
    }
    return rendered;
  }
}
