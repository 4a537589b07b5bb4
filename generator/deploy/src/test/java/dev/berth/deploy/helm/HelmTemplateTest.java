package dev.berth.deploy.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.model.AgentId;
import dev.berth.model.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelmTemplateTest {

  static final Path CHART = Path.of("..", "..", "templates", "charts", "openclaw-agent");
  private static final AgentId CUSTOMER = new AgentId(new Name("support"), new Name("customer"));

  private final HelmTemplate helm = new HelmTemplate(CHART);

  @Test
  void theChartIsFreeOfWarnings() throws IOException {
    helm.lint(values());
    helm.lint(Files.readString(CHART.resolve("ci/sources-values.yaml")));
  }

  @Test
  void lintSeesValuesTheChartRefuses() throws IOException {
    String wrong = values() + "memroy: 2Gi\n";
    ChartBug bug = assertThrows(ChartBug.class, () -> helm.lint(wrong));
    assertTrue(bug.getMessage().contains("memroy"), bug::getMessage);
  }

  @Test
  void aReleaseIsFourObjectsInItsTeamsNamespace() throws IOException {
    String manifest = helm.render(CUSTOMER, values());
    assertEquals(
        List.of("ConfigMap", "PodDisruptionBudget", "Service", "StatefulSet"),
        manifest
            .lines()
            .filter(line -> line.startsWith("kind: "))
            .map(line -> line.substring(6))
            .sorted()
            .toList());
    assertEquals(
        4, manifest.lines().filter(line -> line.equals("  namespace: \"support\"")).count());
  }

  @Test
  void aKubernetesReferenceInTheScriptWouldBeExpanded() throws IOException {
    assertFalse(helm.render(CUSTOMER, values()).contains("$("));
  }

  @Test
  void theClaimTemplateHoldsNothingThatMoves() throws IOException {
    String first = claims(helm.render(CUSTOMER, values()));
    String later =
        claims(helm.render(CUSTOMER, values().replace("version: 2026.9.6", "version: 2027.1.1")));
    assertEquals(first, later);
    assertTrue(first.contains("ReadWriteOncePod"));
  }

  @Test
  void otherContentIsAnotherObjectAndARollout() throws IOException {
    String first = helm.render(CUSTOMER, values());
    String later = helm.render(CUSTOMER, values().replace("config: e30K", "config: e30KCg=="));
    assertFalse(line(first, "berth.dev/content").equals(line(later, "berth.dev/content")));
    assertFalse(line(first, "  name: \"customer-").equals(line(later, "  name: \"customer-")));
  }

  @Test
  void withoutSecretsThereIsNoVolumeForThem() throws IOException {
    String manifest =
        helm.render(CUSTOMER, values().replace("keys: [discord-token, model-api-key]", "keys: []"));
    assertFalse(manifest.contains("csi:") || manifest.contains("/delivered\n"));
    assertTrue(helm.render(CUSTOMER, values()).contains("secretProviderClass: \"customer\""));
  }

  @ParameterizedTest
  @CsvSource({
    "tag: 2026.9.6-slim, tag: latest",
    "heapMebibytes: 1536, heapMebibytes: \"1536\"",
    "'digest: \"1', 'digest: \"x'",
    "className: customer, className: \"\"",
    "sources: [], 'sources: [ { secret: x, items: [ { key: k, path: p } ] } ]'",
    "model-api-key], ../up]",
    "model-api-key], gateway-token]",
    "operator: Equal, operator: Like",
    "owner: support, owner: \"\"",
    "soul: IyBD, 'soul: {{ .Release.Name }}#'",
  })
  void aValueTheSchemaDoesNotAllowIsRefused(String legal, String wrong) throws IOException {
    assertTrue(values().contains(legal), legal);
    String changed = values().replace(legal, wrong);
    assertThrows(ChartBug.class, () -> helm.render(CUSTOMER, changed));
  }

  @ParameterizedTest
  @CsvSource({
    "className: \"\", className: customer",
    "secret: customer, secret: Customer",
    "'path: discord-token', 'path: ../discord-token'",
    "'path: discord-token', 'path: gateway-token'",
    "'key: value', 'key: a/value'",
    "'key: value, path', 'path'",
  })
  void aSourceTheSchemaDoesNotAllowIsRefused(String legal, String wrong) throws IOException {
    String values = Files.readString(CHART.resolve("ci/sources-values.yaml"));
    assertTrue(values.contains(legal), legal);
    helm.render(CUSTOMER, values);
    assertThrows(ChartBug.class, () -> helm.render(CUSTOMER, values.replace(legal, wrong)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "serviceAccountName", "owner", "content"})
  void whatHasNoDefaultMustBeGiven(String key) throws IOException {
    String fewer = values().replaceAll("(?m)^" + key + ":.*\\R(?:  .*\\R)*", "");
    assertThrows(ChartBug.class, () -> helm.render(CUSTOMER, fewer));
  }

  @Test
  void manyThreadsGetTheSame() throws IOException {
    String values = values();
    String once = helm.render(CUSTOMER, values);
    assertEquals(
        List.of(once),
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(each -> helm.render(CUSTOMER, values))
            .distinct()
            .toList());
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Path left;
    try (HelmFolder folder = HelmFolder.with(values())) {
      folder.chartWithValues(CHART);
      left = folder.path();
      assertEquals(values(), Files.readString(folder.values()));
    }
    assertFalse(Files.exists(left));
  }

  private static String claims(String manifest) {
    return manifest.substring(manifest.indexOf("volumeClaimTemplates:"));
  }

  private static String line(String manifest, String holding) {
    return manifest.lines().filter(each -> each.contains(holding)).findFirst().orElseThrow();
  }

  private static String values() throws IOException {
    return Files.readString(CHART.resolve("ci/agent-values.yaml"));
  }
}
