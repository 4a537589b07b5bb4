package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.Origin;
import dev.berth.model.Soul;
import java.util.Map;

/**
 * One release of {@code templates/charts/openclaw-agent}: an agent's workload. Its Helm name is the
 * agent's name, its namespace the team's.
 *
 * @param values the chart's values, but for the soul and the configuration
 * @param soul its SOUL.md
 * @param openclaw what {@code templates/openclaw/openclaw.json} may say
 */
public record HelmRelease(
    String name,
    AgentId id,
    Map<String, Object> values,
    Soul soul,
    Map<String, Object> openclaw,
    Origin because)
    implements PlannedResource {

  /** Of the Pulumi Kubernetes provider. */
  public static final String TYPE = "kubernetes:helm.sh/v3:Release";

  @Override
  public String type() {
    return TYPE;
  }
}
