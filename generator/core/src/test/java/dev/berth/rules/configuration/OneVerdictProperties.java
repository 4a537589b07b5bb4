package dev.berth.rules.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.diagnose.Finding;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Name;
import dev.berth.openclaw.Objection;
import dev.berth.openclaw.SchemaCheck;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That agents which differ in their name alone may be judged once. */
class OneVerdictProperties {

  private static final SchemaCheck CHECK = SchemaCheck.of("2026.9.6").orElseThrow();

  private static final List<Template> TEMPLATES =
      List.of(
          Template.ours(),
          Template.edited("\"dmPolicy\": \"pairing\"", "\"dmPolicy\": \"open\""),
          Template.edited("\"skills\": []", "\"skills\": [], \"memroy\": 1"),
          Template.edited("\"profile\": \"messaging\"", "\"profile\": \"all\""));

  @Property(tries = 8)
  void judgedOnceOrEachTheSameIsFound(@ForAll("fleets") Fleet fleet) {
    List<Plan> plans =
        List.of(new Planner(HostCatalogue.builtIn()).plan(fleet, Fleets.environment()));
    for (Template template : TEMPLATES) {
      assertEquals(judged(template, plans, false), judged(template, plans, true));
    }
  }

  private static List<Finding> judged(Template template, List<Plan> plans, boolean once) {
    return new ConfigurationRules(template.renderer()::configuration, once).judge(plans);
  }

  /** A name stands as a key, as an id in a binding and as text. */
  @Property(tries = 100)
  void noLegalNameIsToldFromAnother(@ForAll("names") Name one) {
    String made =
        """
        {"agents":{"entries":{"%1$s":{"name":"%1$s","memroy":1}}},"bindings":[
        {"type":"route","agentId":"%1$s","match":{"channel":"telegram"}}]}
        """;
    assertEquals(said(made.formatted("reader"), "reader"), said(made.formatted(one), one.text()));
    String right = made.replace(",\"memroy\":1", "");
    assertEquals(List.of(), said(right.formatted(one), one.text()));
  }

  private static List<Objection> said(String configuration, String name) {
    return CHECK.judge(configuration, Set.of()).stream()
        .map(
            each ->
                new Objection(
                    each.path().replace("entries." + name, "entries.*"),
                    each.refuses(),
                    each.what()))
        .toList();
  }

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Provide
  Arbitrary<Name> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(Name.MOST_CHARACTERS)
        .filter(text -> Name.parse(text).isPresent())
        .map(Name::new);
  }
}
