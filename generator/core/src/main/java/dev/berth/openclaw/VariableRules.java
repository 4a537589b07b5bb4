package dev.berth.openclaw;

import static dev.berth.openclaw.CrossFieldRules.warned;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On texts with {@code ${VARIABLE}} in them; {@code $${VARIABLE}} stands for itself. */
final class VariableRules {

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_][A-Z0-9_]*)}");

  private VariableRules() {}

  static Stream<Objection> judge(JsonNode root, Set<String> variables) {
    List<Objection> found = new ArrayList<>();
    walk("", root, variables, found);
    return found.stream();
  }

  private static void walk(
      String path, JsonNode node, Set<String> variables, List<Objection> found) {
    if (node.isTextual()) {
      Matcher named = VARIABLE.matcher(node.textValue());
      while (named.find()) {
        if (!variables.contains(named.group(1))) {
          found.add(
              warned(path, "asks for the variable %s, which is not set".formatted(named.group(1))));
        }
      }
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    node.properties()
        .forEach(each -> walk(prefix + each.getKey(), each.getValue(), variables, found));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(prefix + i, node.get(i), variables, found);
      }
    }
  }
}
