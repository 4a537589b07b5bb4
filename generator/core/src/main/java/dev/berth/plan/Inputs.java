package dev.berth.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a resource's inputs down in the order they are read. */
final class Inputs {

  private Inputs() {}

  /** Names and values by turns; order is kept. */
  static Map<String, Object> of(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (int each = 0; each < namesAndValues.length; each += 2) {
      if (inputs.put((String) namesAndValues[each], namesAndValues[each + 1]) != null) {
        throw new IllegalArgumentException("named twice: " + namesAndValues[each]);
      }
    }
    return Collections.unmodifiableMap(inputs);
  }
}
