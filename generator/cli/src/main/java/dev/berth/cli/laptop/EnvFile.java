package dev.berth.cli.laptop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables, a line each: {@code NAME=value}, {@code NAME='value'} or {@code
 * NAME="value"}, with or without {@code export}; {@code #} begins a comment. Nothing is expanded: a
 * value is what is written. What is wrong is told by its line's number alone, as the line may hold
 * a secret.
 *
 * @param values by name
 * @param mistakes sentences such as {@code line 3 is no NAME=value}
 */
public record EnvFile(Map<String, String> values, List<String> mistakes) {

  private static final Pattern LINE =
      Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=[ \\t]*(.*)");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'[ \\t]*(?:#.*)?");
  private static final Pattern DOUBLE =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\$nt])*)\"[ \\t]*(?:#.*)?");
  private static final Pattern BARE = Pattern.compile("([^'\"#]\\S*)?(?:[ \\t]+(?:#.*)?)?");

  /** Reads the whole text of one. */
  public static EnvFile parse(String text) {
    Map<String, String> values = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int each = 0; each < lines.size(); each++) {
      String line = lines.get(each).strip();
      String place = "line " + (each + 1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher pair = LINE.matcher(line);
      if (!pair.matches()) {
        mistakes.add(place + " is no NAME=value");
        continue;
      }
      String name = pair.group(1);
      String value = value(pair.group(2));
      if (value == null) {
        mistakes.add(
            "%s: the value of %s has blanks or quotes; write it between single quotes"
                .formatted(place, name));
      } else if (values.putIfAbsent(name, value) != null) {
        mistakes.add("%s writes %s a second time".formatted(place, name));
      }
    }
    return new EnvFile(Map.copyOf(values), List.copyOf(mistakes));
  }

  private static @org.jspecify.annotations.Nullable String value(String written) {
    Matcher single = SINGLE.matcher(written);
    if (single.matches()) {
      return single.group(1);
    }
    Matcher quoted = DOUBLE.matcher(written);
    if (quoted.matches()) {
      return unescaped(quoted.group(1));
    }
    Matcher bare = BARE.matcher(written);
    if (!bare.matches()) {
      return null;
    }
    String value = bare.group(1) == null ? "" : bare.group(1);
    return value.contains("'") || value.contains("\"") ? null : value;
  }

  private static String unescaped(String quoted) {
    StringBuilder value = new StringBuilder();
    for (int each = 0; each < quoted.length(); each++) {
      char character = quoted.charAt(each);
      if (character == '\\') {
        each++;
        char escaped = quoted.charAt(each);
        value.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> escaped;
            });
      } else {
        value.append(character);
      }
    }
    return value.toString();
  }

  /** How many there are; never their values. */
  @Override
  public String toString() {
    return values.size() + " variables";
  }
}
