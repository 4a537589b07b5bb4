package dev.berth.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.berth.model.AgentId;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedProbe;
import dev.berth.plan.ProbeCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns a probe into the Job that runs it. Pure, and safe for use by several threads. */
public final class ProbeRenderer {

  private static final String JOB = "probe/job.yaml";
  private static final String SCRIPT = "probe/probe.mjs";

  /**
   * Of the script's {@code CHECKS}. A wall is silent, so a try that must not work lasts as long as
   * its deadline; what must work is tried again, since a fresh pod's identity takes a moment
   * (https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity).
   */
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "deadlineMillis",
          5000,
          "attempts",
          4,
          "pauseMillis",
          2000,
          "metadata",
          "http://169.254.169.254",
          "storage",
          "https://storage.googleapis.com",
          "secretManager",
          "https://secretmanager.googleapis.com");

  /** Beyond the time somebody waits for it: a Job that ends itself takes its verdict along. */
  private static final int GRACE_SECONDS = 60;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Templates templates;
  private final TemplateEngine engine;

  public ProbeRenderer(Templates templates) {
    this.templates = templates;
    this.engine = new TemplateEngine(templates);
  }

  /** The Job's name in its team's namespace. */
  public static String name(AgentId agent) {
    return agent.agent() + "-probe";
  }

  /**
   * A probe's Job.
   *
   * @param most how long somebody will wait for it
   * @throws TemplateBug when a template is wrong
   */
  public ProbeJob render(PlannedProbe probe, Duration most) {
    PlannedAgent agent = probe.agent();
    Map<String, Object> release = release(agent);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name(agent.id()));
    values.put("team", agent.id().team().text());
    values.put("agent", agent.id().agent().text());
    values.put("version", agent.agent().openclaw().value().text());
    values.put("image", agent.agent().image().value().toString());
    values.put("runtimeClass", value(release, "runtimeClassName"));
    values.put("nodeLabels", pairs((Map<?, ?>) value(release, "nodeSelector")));
    values.put("tolerations", tolerations((List<?>) value(release, "tolerations")));
    values.put("seconds", most.toSeconds() + GRACE_SECONDS);
    values.put("cpu", PlannedProbe.CPU_MILLICORES + "m");
    values.put("memory", PlannedProbe.MEMORY_MEBIBYTES + "Mi");
    values.put("ephemeralStorage", PlannedProbe.EPHEMERAL_MEBIBYTES + "Mi");
    values.put("script", templates.texts().get(SCRIPT));
    values.put("checks", json(probe.checks()));
    return new ProbeJob(probe, engine.render(JOB, values));
  }

  /** An agent's probe runs where its release puts the agent. */
  private static Map<String, Object> release(PlannedAgent agent) {
    return agent.resources().stream()
        .filter(HelmRelease.class::isInstance)
        .map(each -> ((HelmRelease) each).values())
        .findFirst()
        .orElseThrow();
  }

  private static Object value(Map<String, Object> release, String key) {
    return Objects.requireNonNull(release.get(key), key);
  }

  private static List<Map<String, String>> pairs(Map<?, ?> labels) {
    List<Map<String, String>> pairs = new ArrayList<>();
    labels.forEach(
        (key, value) -> pairs.add(Map.of("key", key.toString(), "value", value.toString())));
    return pairs;
  }

  /** Each with a value: that of the operator {@code Exists} is the empty text. */
  private static List<Map<String, Object>> tolerations(List<?> tolerations) {
    List<Map<String, Object>> whole = new ArrayList<>();
    for (Object each : tolerations) {
      Map<String, Object> toleration = new LinkedHashMap<>();
      toleration.put("value", "");
      ((Map<?, ?>) each).forEach((key, value) -> toleration.put(key.toString(), value));
      whole.add(toleration);
    }
    return whole;
  }

  private static String json(List<ProbeCheck> checks) {
    Map<String, Object> input = new TreeMap<>(SETTINGS);
    input.put("checks", checks.stream().map(ProbeRenderer::check).toList());
    try {
      return JSON.writeValueAsString(input);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> check(ProbeCheck check) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", check.id());
    written.put("way", check.way().toString());
    written.put("allowed", check.allowed());
    written.putAll(new TreeMap<>(check.at()));
    return written;
  }
}
