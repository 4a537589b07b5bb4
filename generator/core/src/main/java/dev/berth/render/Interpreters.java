package dev.berth.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Jinjava, with all that is not safe turned off; loaded by the first template that is filled in.
 */
final class Interpreters {

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

  private Interpreters() {}

  private static Jinjava engine() {
    Jinjava engine = new Jinjava(CONFIG);
    engine.registerFilter(new YamlFilter());
    return engine;
  }

  /** What {@code work} makes of an interpreter that knows {@code values} and nothing else. */
  static <T> T with(Map<String, Object> values, Function<JinjavaInterpreter, T> work) {
    Context library = LIBRARY.get();
    try {
      Context context = new Context(library, values, CONFIG.getDisabled());
      return work.apply(new JinjavaInterpreter(ENGINE, context, CONFIG));
    } finally {
      library.reset();
    }
  }
}
