package dev.berth.local.supervise;

import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Takes values out of text that nobody may read: as they are, and as JSON writes them. */
final class Mask {

  static final String INSTEAD = "***";

  /** The longest first, as one may hold another. */
  private final List<String> values;

  Mask(Collection<String> secrets) {
    TreeSet<String> all =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (String secret : secrets) {
      add(all, secret);
      // A line of a key of many lines gives that line away.
      secret.lines().forEach(line -> add(all, line));
    }
    this.values = List.copyOf(all);
  }

  private static void add(Collection<String> all, String value) {
    if (!value.isBlank()) {
      all.add(value);
      String json = new JsonPrimitive(value).toString();
      all.add(json.substring(1, json.length() - 1));
    }
  }

  /** The same text without them. */
  String over(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, INSTEAD);
    }
    return masked;
  }

  /** How long the longest of them is, in characters. */
  int longest() {
    return values.isEmpty() ? 0 : values.get(0).length();
  }
}
