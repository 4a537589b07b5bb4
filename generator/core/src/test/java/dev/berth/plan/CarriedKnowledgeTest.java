package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.SampleFleet;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What carries an agent's knowledge, as it is planned. */
class CarriedKnowledgeTest {

  private final PlannedSample plain = new PlannedSample();
  private final PlannedSample carrying = PlannedSample.carrying("read-write");

  private static Object release(PlannedSample sample, String agent) {
    return sample.agent(agent).resources().stream()
        .filter(HelmRelease.class::isInstance)
        .map(each -> ((HelmRelease) each).values())
        .findFirst()
        .map(values -> values.getOrDefault("knowledge", "nothing"))
        .orElseThrow();
  }

  @Test
  void anAgentWithKnowledgeOfItsOwnHasItCarried() {
    Map<?, ?> knowledge = (Map<?, ?>) release(carrying, "customer");
    assertEquals("gs://acme-knowledge/agents/support/customer/", knowledge.get("store"));
    assertEquals("support-customer", knowledge.get("writer"));
    assertEquals(true, knowledge.get("push"));
    assertEquals("15m", knowledge.get("every"));
    assertEquals(
        List.of(
            Map.of("name", "faq", "store", "gs://acme-knowledge/faq/"),
            Map.of("name", "products", "store", "gs://acme-knowledge/products/")),
        knowledge.get("shared"));
    assertEquals(
        Map.of(
            "repository",
            "ghcr.io/acme/berth-knowledge",
            "tag",
            "1.0.0",
            "digest",
            "sha256:" + "cd".repeat(32)),
        knowledge.get("image"));
  }

  @Test
  void whatItMayOnlyReadIsNotPushed() {
    Map<?, ?> knowledge = (Map<?, ?>) release(PlannedSample.carrying("read-only"), "customer");
    assertEquals(false, knowledge.get("push"));
  }

  /** Sales may read the products, all of them by one grant. */
  @Test
  void whatEveryAgentOfItsTeamHasComesDownToo() {
    Fleet fleet = SampleFleet.of();
    Plan plan = new Planner(HostCatalogue.builtIn()).plan(fleet, fleet.environments().get(0));
    assertEquals(
        List.of("products"),
        plan.agents().stream()
            .filter(each -> each.id().toString().equals("sales/outreach"))
            .flatMap(each -> each.knowledge().orElseThrow().shared().stream())
            .map(CarriedKnowledge.Shared::name)
            .toList());
  }

  @Test
  void withoutKnowledgeOrWithoutAnImageNothingIs() {
    assertEquals("nothing", release(carrying, "alone"));
    assertEquals("nothing", release(plain, "customer"));
    assertEquals(Optional.empty(), plain.agent("customer").knowledge());
  }

  @Test
  void itsImageIsOneTheClusterTakes() {
    String repositories =
        said(carrying.platform(), "admission/pods-policy").get("repositories").toString();
    assertEquals("['ghcr.io/acme/berth-knowledge', 'ghcr.io/openclaw/openclaw']", repositories);
  }

  @Test
  void theQuotaHasRoomForItBesideWhatTheTeamHas() {
    assertEquals(quota(plain, "cpu", "m") + 6 * 200, quota(carrying, "cpu", "m"));
    assertEquals(quota(plain, "memory", "Mi") + 6 * 128, quota(carrying, "memory", "Mi"));
    // One set more while a pod is replaced.
    assertEquals(
        quota(plain, "ephemeralStorage", "Mi") + 2 * 6 * 1024,
        quota(carrying, "ephemeralStorage", "Mi"));
    assertEquals(quota(plain, "pods", ""), quota(carrying, "pods", ""));
  }

  private static long quota(PlannedSample sample, String what, String unit) {
    Map<String, Object> quota = said(sample.team("support").resources(), "support/resource-quota");
    return Long.parseLong(quota.get(what).toString().replace(unit, ""));
  }

  /** What the template of an object may say. */
  private static Map<String, Object> said(List<PlannedResource> among, String name) {
    return among.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> ((KubernetesObject) each).values())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itsMetricsAreScrapedInTeamsThatHaveIt() {
    assertTrue(names(carrying, "support").contains("support/pod-monitoring"));
    assertFalse(names(carrying, "sales").contains("sales/pod-monitoring"));
    assertFalse(names(plain, "support").contains("support/pod-monitoring"));
  }

  private static List<String> names(PlannedSample sample, String team) {
    return sample.team(team).resources().stream().map(PlannedResource::name).toList();
  }
}
