package dev.berth.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import java.util.Map;
import java.util.Set;

/** Fills templates in, and knows no way to do it in part. Safe for use by several threads. */
final class TemplateEngine {

  private static final JinjavaConfig CONFIG =
      JinjavaConfig.newBuilder()
          // A value may hold {{ }}: it is text, not code. The engine's default evaluates it.
          .withNestedInterpretationEnabled(false)
          .withFailOnUnknownTokens(true)
          .withTrimBlocks(true)
          .withLstripBlocks(true)
          .withMaxOutputSize(4L << 20)
          .withMaxStringLength(1L << 20)
          .withMaxListSize(10_000)
          .withMaxMapSize(10_000)
          .withMaxRenderDepth(8)
          .withRangeLimit(1000)
          .withEnableRecursiveMacroCalls(false)
          .withMaxMacroRecursionDepth(4)
          .withDisabled(
              Map.of(
                  Library.TAG,
                  Set.of("include", "import", "from", "extends", "do", "macro", "call"),
                  // Functions are only found with the colon; without it they stay, silently.
                  Library.FUNCTION,
                  Set.of(":unixtimestamp", ":today"),
                  Library.FILTER,
                  Set.of("random", "shuffle", "render", "fromjson", "fromyaml")))
          .build();

  private static final Jinjava ENGINE = engine();

  /**
   * A thread's own copy of tags and filters, since rendering notes in it what it met. The engine by
   * itself makes such a copy for every text, which costs as much as the text.
   */
  private static final ThreadLocal<Context> LIBRARY =
      ThreadLocal.withInitial(ENGINE::getGlobalContextCopy);

  private final Templates templates;

  TemplateEngine(Templates templates) {
    this.templates = templates;
  }

  private static Jinjava engine() {
    Jinjava engine = new Jinjava(CONFIG);
    engine.registerFilter(new YamlFilter());
    return engine;
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
    Context library = LIBRARY.get();
    JinjavaInterpreter interpreter =
        new JinjavaInterpreter(ENGINE, new Context(library, values, CONFIG.getDisabled()), CONFIG);
    try {
      String rendered = interpreter.render(text);
      // The output of a template with errors is incomplete without saying so.
      for (TemplateError first : interpreter.getErrorsCopy()) {
        // Forbidden tags come without a line: -1.
        throw new TemplateBug(template, Math.max(0, first.getLineno()), first.getMessage());
      }
      return rendered;
    } catch (InterpretException wrong) {
      throw new TemplateBug(
          template, Math.max(0, wrong.getLineNumber()), String.valueOf(wrong.getMessage()));
    } finally {
      library.reset();
    }
  }
}
