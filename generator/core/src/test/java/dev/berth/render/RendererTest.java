package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.plan.ApiService;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RendererTest {

  private final Renderer renderer = new Renderer(Samples.templates());

  @Test
  void everyPlannedResourceIsAFileInThePlansOrder() {
    Plan plan = SamplePlans.of("customer", "scholar");
    List<PlannedResource> planned =
        Stream.of(
                plan.platform().stream(),
                plan.teams().stream().flatMap(team -> team.resources().stream()),
                plan.agents().stream().flatMap(agent -> agent.resources().stream()))
            .flatMap(each -> each)
            .toList();
    assertEquals(planned, renderer.render(plan).map(Rendered::planned).toList());
  }

  @Test
  void aFileIsWhereItsOwnerIs() {
    assertEquals(
        List.of(
            "platform/service-container.googleapis.com.yaml",
            "platform/managed-folder-knowledge_faq.yaml",
            "teams/support/namespace.yaml",
            "teams/support/resource-quota.yaml",
            "teams/support/limit-range.yaml",
            "teams/support/service-account.yaml",
            "teams/support/network-policy.yaml",
            "teams/support/pod-monitoring.yaml",
            "teams/support/role.yaml",
            "teams/support/role-binding.yaml",
            "teams/support/customer/service-account.yaml",
            "teams/support/customer/network-policy.yaml",
            "teams/support/customer/fqdn-network-policy.yaml",
            "teams/support/customer/secret-provider-class.yaml",
            "teams/support/customer/knowledge.yaml",
            "teams/support/customer/values.yaml"),
        renderer.render(SamplePlans.of("customer")).map(Rendered::path).toList());
  }

  @Test
  void namesThatDifferInAnythingNeverShareAFile() {
    List<String> names = List.of("a/b", "a_b", "a-b", "A-b", "a:b", "a b", "a%2fb", "a\u00e9b");
    assertEquals(
        names.size(),
        names.stream()
            .map(name -> OutputPaths.platform(new ApiService("p", name, Origin.BUILT_IN)))
            .peek(path -> assertTrue(path.matches("platform/[-a-z0-9._%]+"), path))
            .distinct()
            .count());
  }

  @Test
  void anotherAgentChangesNoByteOfTheFirst() {
    Map<String, String> before = texts(SamplePlans.of("customer", "scholar"));
    Map<String, String> after = texts(SamplePlans.of("betty", "customer", "scholar"));
    assertEquals(before, keepOnly(after, path -> !path.contains("/betty/")));
    assertEquals(before.size() + 6, after.size());
  }

  @Test
  void theSamePlanGivesTheSameBytes() {
    Plan plan = SamplePlans.of("customer", "scholar", "zoe");
    assertEquals(texts(plan), new HashMap<>(texts(plan)));
  }

  @Test
  void whatIsRegisteredIsTheTextAndNothingElse() {
    for (Rendered each : renderer.render(SamplePlans.of("customer")).toList()) {
      Map<String, Object> read = YamlParser.parse(each.text());
      Map<String, Object> inputs = each.inputs().get();
      if (each.path().startsWith("platform/") || each.path().endsWith("/knowledge.yaml")) {
        assertEquals(YamlParser.parse(YamlPrinter.print(inputs)), read.get("properties"));
        assertEquals(each.planned().type(), read.get("type"));
        assertEquals(each.planned().name(), read.get("name"));
      } else if (each.path().endsWith("/values.yaml")) {
        assertEquals(read, inputs.get("values"));
      } else {
        assertEquals(read, inputs);
      }
    }
  }

  @Test
  void aReleaseSaysWhatItIsAndKeepsAFewRevisions() {
    Map<String, Object> inputs = new HashMap<>(release().inputs().get());
    inputs.remove("values");
    assertEquals(
        Map.of(
            "name",
            "customer",
            "namespace",
            "support",
            "chart",
            "../../templates/charts/openclaw-agent",
            "createNamespace",
            false,
            "skipAwait",
            false,
            "timeout",
            900,
            "maxHistory",
            10),
        inputs);
  }

  @Test
  void aSoulIsBytes() {
    Map<?, ?> values = (Map<?, ?>) release().inputs().get().get("values");
    Map<?, ?> content = (Map<?, ?>) values.get("content");
    assertArrayEquals(
        Samples.SOUL.getBytes(StandardCharsets.UTF_8),
        Base64.getDecoder().decode((String) content.get("soul")));
  }

  @Test
  void aReferenceIsShownAsWhatItWaitsFor() {
    SharedFolder folder = new SharedFolder(new Name("faq"), "knowledge", Origin.BUILT_IN);
    assertTrue(YamlPrinter.print(folder.inputs()).contains("bucket: \"${knowledge.name}\"\n"));
    assertEquals("\"${bucket.id}\"\n", YamlPrinter.print(new dev.berth.plan.Ref("bucket", "id")));
  }

  private Rendered release() {
    AgentId customer = new AgentId(new Name("support"), new Name("customer"));
    return renderer
        .render(SamplePlans.of("customer"))
        .filter(each -> each.path().equals("teams/" + customer + "/values.yaml"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> texts(Plan plan) {
    return renderer.render(plan).collect(Collectors.toMap(Rendered::path, Rendered::text));
  }

  private static Map<String, String> keepOnly(
      Map<String, String> texts, Function<String, Boolean> kept) {
    return texts.entrySet().stream()
        .filter(each -> kept.apply(each.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
