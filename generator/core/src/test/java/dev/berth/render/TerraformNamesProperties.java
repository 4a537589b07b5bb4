package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.ProviderSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The table of Terraform's names against what the provider says of itself, both ways. */
class TerraformNamesProperties {

  private static final ProviderSchema PROVIDER = ProviderSchema.read();

  @Provide
  Arbitrary<List<Fleet>> manyFleets() {
    return Fleets.any().list().ofSize(20);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("af25_/.-\u00e9").ofMaxLength(6);
  }

  @Example
  void everyTypeHasANameAndEveryNameAType() {
    assertEquals(PROVIDER.types(), new TreeSet<>(TerraformNames.rows("type").keySet()));
  }

  /** A new property of either kind needs a row, and a row nobody writes has to go. */
  @Property(tries = 1)
  void whatPlansHoldOfListsOfObjectsAndOfMapsIsInTheTable(
      @ForAll("manyFleets") List<Fleet> fleets) {
    Map<String, Set<String>> written =
        new TreeMap<>(Map.of("block", new TreeSet<>(), "map", new TreeSet<>()));
    Planner planner = new Planner(HostCatalogue.builtIn());
    for (Fleet fleet : fleets) {
      Plan plan = planner.plan(fleet, Fleets.environment());
      TerraformRenderer.google(plan).forEach(each -> collect(each, written));
    }
    for (String kind : written.keySet()) {
      assertEquals(TerraformNames.rows(kind).keySet(), written.get(kind), kind);
    }
  }

  private static void collect(GoogleResource resource, Map<String, Set<String>> written) {
    PROVIDER.properties(
        resource.type(),
        resource.inputs(),
        (name, type) -> {
          if (type.startsWith("map<")) {
            written.get("map").add(name);
          } else if (type.startsWith("list<object:")) {
            written.get("block").add(name);
          }
        });
  }

  @Property
  void namesThatDifferHaveLabelsThatDiffer(
      @ForAll("names") String name, @ForAll("names") String other) {
    assertEquals(
        name.equals(other), TerraformNames.label(name).equals(TerraformNames.label(other)));
  }

  @Property
  void aLabelIsLegal(@ForAll("names") String name) {
    String label = TerraformNames.label(name);
    assertTrue(label.matches("([A-Za-z_][A-Za-z0-9_-]*)?"), label);
  }

  @Example
  void namesAreTheSameInLowerCase() {
    assertEquals("master_ipv4_cidr_block", TerraformNames.snake("masterIpv4CidrBlock"));
    assertEquals("enable_k8s_beta_apis", TerraformNames.snake("enableK8sBetaApis"));
    assertEquals(
        "support__customer__knowledge", TerraformNames.label("support/customer/knowledge"));
    assertEquals("_39lives_2eexample", TerraformNames.label("9lives.example"));
  }
}
