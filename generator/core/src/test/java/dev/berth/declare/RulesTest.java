package dev.berth.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.model.ByteSize;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  @Test
  void everyExampleWeShowPassesItsOwnRuleAndPattern() throws IllegalAccessException {
    List<Rule<?>> rules = rules();
    assertTrue(rules.size() > 25, () -> "only " + rules.size());
    for (Rule<?> rule : rules) {
      String text = rule.example().replace("\"", "");
      assertTrue(rule.parse().apply(text).isPresent(), rule::example);
      Object pattern = rule.form().schema().get("pattern");
      assertTrue(pattern == null || Pattern.compile((String) pattern).matcher(text).find());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROJECT, acme-1, true",
    "PROJECT, acme1, false",
    "PROJECT, acme-agents-, false",
    "PROJECT, 123456, false",
    "REGION, europe-west12, true",
    "REGION, europe-west1-b, false",
    "BUCKET, a_b.c-1, true",
    "BUCKET, ab, false",
    "BUCKET, my-google-bucket, false",
    "BUCKET, goog-x, false",
    "BUCKET, 10.0.0.1, false",
    "BUCKET, a..b, false",
    "BUCKET, Abc, false",
    "LOCATION, EUR4, true",
    "LOCATION, MARS, false",
    "NODES, 0-1, true",
    "NODES, 3-3, true",
    "NODES, 0-0, false",
    "NODES, 4-3, false",
    "NODES, 1-1001, false",
    "NODES, 3, false",
    "GPUS, 16, true",
    "GPUS, 0, false",
    "GPUS, 017, false",
    "GPUS, 17, false",
    "SPOT, true, true",
    "SPOT, yes, false",
    "SPOT, True, false",
    "LABEL_KEY, example.com/tier, true",
    "LABEL_KEY, /tier, false",
    "LABEL_KEY, tier-, false",
    "LABEL_VALUE, 'a b', false",
    "LABEL_VALUE, '', true",
    "ACCELERATOR, nvidia-tesla-t4, true",
    "ACCELERATOR, tpu, false",
    "MACHINE, e2-medium, true",
    "MACHINE, medium, false",
    "DISK, 10Gi, true",
    "DISK, 9Gi, false",
    "DISK, 64Ti, true",
    "DISK, 65Ti, false",
    "DISK, 10240Mi, false",
    "DATE, 2028-02-29, true",
    "DATE, 2027-02-29, false",
    "DATE, 27-01-01, false",
    "ROLE, roles/owner, true",
    "ROLE, roles/foo, false",
    "ROLE, projects/p/roles/mine, true",
    "ROLE, p/roles/mine, false",
    "HOST, *, false",
    "HOST, 10.0.0.1, false",
    "HOST, *.example.com, true",
    "HOST, localhost, false",
    "HOST, https://example.com, false",
    "WHY, '', false",
    "PROVIDER, anthropic, true",
    "PROVIDER, acme, false",
    "EMAIL, a@example.com, true",
    "EMAIL, a@example, false",
    "SECRET, A-Key, false",
    "NAME, no, true",
    "NAME, 2nd, false",
  })
  void aTextPassesOrBreaksItsRule(String rule, String text, boolean passes) throws Exception {
    assertEquals(passes, named(rule).parse().apply(text).isPresent());
  }

  @Test
  void wordsThatYamlTurnsIntoOtherThingsAreTexts() {
    assertEquals("no", Rules.NAME.parse().apply("no").orElseThrow().text());
    assertEquals(Optional.empty(), Rules.MEMORY.parse().apply("012Mi"));
    assertEquals(Optional.of(ByteSize.gibibytes(1)), Rules.MEMORY.parse().apply("1Gi"));
    assertFalse(Rules.CPU.parse().apply("1_000").isPresent());
    assertFalse(Rules.VERSION.parse().apply("12:30:45").isPresent());
  }

  @Test
  void onlyNamesOfSecretsHideTheirValues() throws IllegalAccessException {
    assertEquals(List.of(Rules.SECRET), rules().stream().filter(Rule::secret).toList());
  }

  private static Rule<?> named(String name) throws IllegalAccessException {
    return fields()
        .filter(field -> field.getName().equals(name))
        .map(RulesTest::rule)
        .findFirst()
        .orElseThrow();
  }

  private static List<Rule<?>> rules() throws IllegalAccessException {
    List<Rule<?>> rules = new ArrayList<>();
    fields().forEach(field -> rules.add(rule(field)));
    return rules;
  }

  private static Stream<Field> fields() {
    return Stream.of(Rules.class, CloudRules.class)
        .flatMap(room -> Arrays.stream(room.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == Rule.class);
  }

  private static Rule<?> rule(Field field) {
    try {
      return (Rule<?>) field.get(null);
    } catch (IllegalAccessException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
