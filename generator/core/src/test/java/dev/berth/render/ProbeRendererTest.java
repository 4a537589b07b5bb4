package dev.berth.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.Fleets;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Pool;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedProbe;
import dev.berth.plan.Planner;
import dev.berth.plan.ProbePlanner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The Job of every probe of every fleet. */
class ProbeRendererTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Templates TEMPLATES = Samples.templates();
  private static final ProbeRenderer RENDERER = new ProbeRenderer(TEMPLATES);

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  @Property(tries = 30)
  void theScriptGetsItselfAndEveryCheckToTheLetter(@ForAll("fleets") Fleet fleet)
      throws IOException {
    for (PlannedProbe probe : probes(fleet)) {
      List<?> args = (List<?>) container(job(probe)).get("args");
      assertEquals(TEMPLATES.texts().get("probe/probe.mjs"), args.get(0));
      JsonNode checks = JSON.readTree(args.get(3).toString()).path("checks");
      assertEquals(probe.checks().size(), checks.size());
      for (int each = 0; each < checks.size(); each++) {
        assertEquals(probe.checks().get(each).id(), checks.get(each).path("id").asText());
        assertEquals(
            probe.checks().get(each).allowed(), checks.get(each).path("allowed").asBoolean());
        ObjectNode at = checks.get(each).deepCopy();
        at.remove(List.of("id", "way", "allowed"));
        assertEquals(JSON.valueToTree(probe.checks().get(each).at()), at);
      }
    }
  }

  /** Kubernetes would expand {@code $(NAME)} and make one dollar of two. */
  @Property(tries = 30)
  void kubernetesHasNothingToExpandInAnArgument(@ForAll("fleets") Fleet fleet) {
    for (PlannedProbe probe : probes(fleet)) {
      for (Object argument : (List<?>) container(job(probe)).get("args")) {
        assertFalse(argument.toString().contains("$("), argument::toString);
        assertFalse(argument.toString().contains("$$"), argument::toString);
      }
    }
  }

  @Property(tries = 30)
  void itRunsWhereAndAsWhatItsAgentRuns(@ForAll("fleets") Fleet fleet) {
    for (PlannedProbe probe : probes(fleet)) {
      Map<String, Object> release =
          probe.agent().resources().stream()
              .filter(HelmRelease.class::isInstance)
              .map(each -> ((HelmRelease) each).values())
              .findFirst()
              .orElseThrow();
      Map<?, ?> pod = pod(job(probe));
      assertEquals(release.get("serviceAccountName"), pod.get("serviceAccountName"));
      assertEquals(release.get("nodeSelector"), pod.get("nodeSelector"));
      assertEquals(
          release.get("runtimeClassName"),
          pod.containsKey("runtimeClassName") ? pod.get("runtimeClassName") : "");
      assertEquals(
          ((List<?>) release.get("tolerations")).size(),
          pod.containsKey("tolerations") ? ((List<?>) pod.get("tolerations")).size() : 0);
      assertEquals(
          probe.agent().agent().image().value().toString(), container(job(probe)).get("image"));
    }
  }

  @Example
  void aTolerationOfAnyValueHasNone() {
    Fleet fleet = Fleets.any().filter(ProbeRendererTest::onGpu).sample();
    PlannedProbe probe =
        probes(fleet).stream()
            .filter(each -> each.agent().pool().flatMap(Pool::accelerator).isPresent())
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            Map.of(
                "key",
                "nvidia.com/gpu",
                "operator",
                "Exists",
                "value",
                "",
                "effect",
                "NoSchedule")),
        pod(job(probe)).get("tolerations"));
  }

  private static boolean onGpu(Fleet fleet) {
    return probes(fleet).stream()
        .anyMatch(each -> each.agent().pool().flatMap(Pool::accelerator).isPresent());
  }

  @Example
  void itIsHeldByTheAgentsPoliciesAndTakenForNoGateway() {
    PlannedProbe probe = some();
    Map<?, ?> job = job(probe);
    for (Map<?, ?> each : List.of(job, map(map(job.get("spec")).get("template")))) {
      Map<?, ?> labels = map(map(each.get("metadata")).get("labels"));
      assertEquals(probe.agent().id().agent().text(), labels.get("app.kubernetes.io/instance"));
      assertEquals("probe", labels.get("app.kubernetes.io/component"));
    }
  }

  @Example
  void itIsRunOnceWithoutATokenAndWithoutRights() {
    Map<?, ?> job = job(some());
    assertEquals(0, map(job.get("spec")).get("backoffLimit"));
    assertEquals(360, map(job.get("spec")).get("activeDeadlineSeconds"));
    assertEquals(false, pod(job).get("automountServiceAccountToken"));
    assertEquals("Never", pod(job).get("restartPolicy"));
    Map<?, ?> container = map(container(job).get("securityContext"));
    for (Map<?, ?> each : List.of(map(pod(job).get("securityContext")), container)) {
      assertEquals(true, each.get("runAsNonRoot"));
      assertEquals(10001, each.get("runAsUser"));
      assertEquals(Map.of("type", "RuntimeDefault"), each.get("seccompProfile"));
    }
    assertEquals(true, container.get("readOnlyRootFilesystem"));
    assertEquals(false, container.get("allowPrivilegeEscalation"));
    assertEquals(Map.of("drop", List.of("ALL")), container.get("capabilities"));
    assertFalse(container(job).containsKey("env"));
    assertFalse(pod(job).containsKey("volumes"));
  }

  @Example
  void theVerdictIsWrittenWhereThePodsStatusTakesItFrom() {
    Map<?, ?> container = container(job(some()));
    assertEquals("File", container.get("terminationMessagePolicy"));
    assertEquals(container.get("terminationMessagePath"), ((List<?>) container.get("args")).get(2));
  }

  private static PlannedProbe some() {
    return probes(Fleets.any().filter(fleet -> !fleet.agents().isEmpty()).sample()).get(0);
  }

  private static List<PlannedProbe> probes(Fleet fleet) {
    Plan plan = new Planner(HostCatalogue.builtIn()).plan(fleet, fleet.environments().get(0));
    ProbePlanner planner = new ProbePlanner(plan);
    return plan.agents().stream().map(planner::plan).toList();
  }

  private static Map<?, ?> job(PlannedProbe probe) {
    return RENDERER.render(probe, Duration.ofMinutes(5)).tree();
  }

  private static Map<?, ?> pod(Map<?, ?> job) {
    return map(map(map(job.get("spec")).get("template")).get("spec"));
  }

  private static Map<?, ?> container(Map<?, ?> job) {
    List<?> containers = (List<?>) pod(job).get("containers");
    assertEquals(1, containers.size());
    return map(containers.get(0));
  }

  private static Map<?, ?> map(Object value) {
    assertTrue(value instanceof Map<?, ?>, () -> "no map: " + value);
    return (Map<?, ?>) value;
  }
}
