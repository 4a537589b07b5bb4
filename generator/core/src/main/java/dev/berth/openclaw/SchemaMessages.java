package dev.berth.openclaw;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a validator said, as OpenClaw would tell it: of alternatives none of which fits, only the
 * one that was meant is told, and where that cannot be known, that none fits.
 */
final class SchemaMessages {

  /** One message: where in the schema and in the configuration it came up. */
  private record Fault(List<String> schema, List<String> path, ValidationMessage said) {

    static Fault of(ValidationMessage said) {
      return new Fault(steps(said.getEvaluationPath()), steps(said.getInstanceLocation()), said);
    }

    private static List<String> steps(JsonNodePath path) {
      List<String> steps = new ArrayList<>();
      for (int i = 0; i < path.getNameCount(); i++) {
        steps.add(String.valueOf(path.getElement(i)));
      }
      return steps;
    }

    String keyword() {
      return said.getType();
    }
  }

  private SchemaMessages() {}

  static List<Objection> objections(List<ValidationMessage> messages) {
    List<Fault> faults = messages.stream().map(Fault::of).toList();
    return told(faults.stream().filter(each -> !saidBelow(each, faults)).toList(), 0, 0).stream()
        .distinct()
        .sorted(Comparator.comparing(Objection::path).thenComparing(Objection::what))
        .toList();
  }

  /** Of `oneOf` alone the validator also says that it is broken, beside why each branch is. */
  private static boolean saidBelow(Fault fault, List<Fault> faults) {
    int steps = fault.schema().size();
    return fault.keyword().equals("oneOf")
        && faults.stream()
            .anyMatch(
                each ->
                    each.schema().size() > steps
                        && each.schema().subList(0, steps).equals(fault.schema()));
  }

  /**
   * @param at how many steps of the schema's path are walked already
   * @param depth how many steps of the configuration's path they are
   */
  private static List<Objection> told(List<Fault> faults, int at, int depth) {
    List<Objection> told = new ArrayList<>();
    Map<List<String>, List<Fault>> unions = new LinkedHashMap<>();
    for (Fault fault : faults) {
      int union = union(fault, at);
      if (union < 0) {
        told.add(plain(fault));
      } else {
        unions
            .computeIfAbsent(fault.schema().subList(0, union + 1), each -> new ArrayList<>())
            .add(fault);
      }
    }
    unions.forEach(
        (steps, inside) ->
            told.addAll(union(inside, steps.size(), depth + walked(steps, at, steps.size() - 1))));
    return told;
  }

  /** Where the first union is in what is left of a fault's way through the schema; -1 for none. */
  private static int union(Fault fault, int at) {
    int i = at;
    while (i < fault.schema().size() - 1) {
      String step = fault.schema().get(i);
      if (step.equals("anyOf") || step.equals("oneOf")) {
        return i;
      }
      i += named(fault.schema(), i) ? 2 : 1;
    }
    return -1;
  }

  /** How many steps of the configuration a part of a way through the schema goes down. */
  private static int walked(List<String> schema, int from, int to) {
    int walked = 0;
    int i = from;
    while (i < to) {
      String step = schema.get(i);
      boolean down =
          switch (step) {
            case "properties", "patternProperties", "additionalProperties", "items" -> true;
            default -> false;
          };
      walked += down ? 1 : 0;
      i += named(schema, i) ? 2 : 1;
    }
    return walked;
  }

  /** Whether the step behind this one is a name or a number of its own, and no keyword. */
  private static boolean named(List<String> schema, int at) {
    return switch (schema.get(at)) {
      case "properties", "patternProperties", "allOf", "anyOf", "oneOf" -> true;
      case "items" -> at + 1 < schema.size() && schema.get(at + 1).matches("[0-9]+");
      default -> false;
    };
  }

  private static List<Objection> union(List<Fault> inside, int at, int depth) {
    Map<String, List<Fault>> branches =
        inside.stream()
            .filter(each -> each.schema().size() > at)
            .collect(
                Collectors.groupingBy(
                    each -> each.schema().get(at), LinkedHashMap::new, Collectors.toList()));
    List<List<Fault>> meant =
        branches.values().stream().filter(branch -> meant(branch, at + 1, depth)).toList();
    if (meant.size() == 1) {
      return told(meant.get(0), at + 1, depth);
    }
    List<String> path = inside.get(0).path();
    List<String> allowed =
        inside.stream()
            .filter(each -> each.path().size() == depth)
            .map(SchemaMessages::word)
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    boolean words = !allowed.isEmpty() && inside.stream().allMatch(each -> depth(each) == depth);
    return List.of(
        new Objection(
            String.join(".", path.subList(0, Math.min(depth, path.size()))),
            true,
            words
                ? "must be one of " + String.join(", ", allowed)
                : "has none of the forms it may have"));
  }

  private static int depth(Fault fault) {
    return fault.path().size();
  }

  /**
   * Whether a branch is the one that was meant: its kind fits, and so does the word that tells it
   * from the others; what is wrong is inside.
   */
  private static boolean meant(List<Fault> branch, int at, int depth) {
    return branch.stream()
        .noneMatch(
            fault ->
                (depth(fault) == depth
                        && List.of("type", "const", "enum").contains(fault.keyword()))
                    || (depth(fault) == depth + 1
                        && fault.keyword().equals("const")
                        && union(fault, at) < 0)
                    // Another union that is nested here, none of whose branches fits.
                    || (union(fault, at) >= 0 && depth(fault) == depth && closed(fault)));
  }

  private static boolean closed(Fault fault) {
    return List.of("type", "const", "enum", "required").contains(fault.keyword());
  }

  private static String word(Fault fault) {
    return switch (fault.keyword()) {
      case "const" -> String.valueOf(fault.said().getSchemaNode());
      case "enum" -> words(fault);
      default -> "";
    };
  }

  private static String words(Fault fault) {
    List<String> words = new ArrayList<>();
    fault.said().getSchemaNode().forEach(each -> words.add(each.toString()));
    return String.join(", ", words);
  }

  private static Objection plain(Fault fault) {
    String path = String.join(".", fault.path());
    return fault.keyword().equals("propertyNames")
        ? new Objection(path + "." + fault.said().getProperty(), true, "may not be a key here")
        : new Objection(path, true, what(fault));
  }

  /** In our words: the validator's are in the language of the machine, and may show a value. */
  private static String what(Fault fault) {
    String rule = String.valueOf(fault.said().getSchemaNode());
    return switch (fault.keyword()) {
      case "additionalProperties" ->
          "does not know the key `%s`".formatted(fault.said().getProperty());
      case "required" -> "needs the key `%s`".formatted(fault.said().getProperty());
      case "type" -> "must be " + rule.replace("\"", "");
      case "const" -> "must be " + rule;
      case "enum" -> "must be one of " + words(fault);
      case "minimum" -> "must be at least " + rule;
      case "maximum" -> "must be at most " + rule;
      case "exclusiveMinimum" -> "must be more than " + rule;
      case "exclusiveMaximum" -> "must be less than " + rule;
      case "minLength" -> "must be at least " + rule + " characters long";
      case "maxLength" -> "must be at most " + rule + " characters long";
      case "pattern" -> "must have the form " + rule.replace("\"", "");
      default -> "breaks `%s`".formatted(fault.keyword());
    };
  }
}
