package dev.berth.plan;

import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Pool;
import java.util.List;

/**
 * Everything one agent owns, and what it may do with it.
 *
 * @param pool the node pool its pod runs on
 * @param resources in the order they must be made
 * @param asks hosts it may call, sorted
 * @param needs secrets it reads, sorted
 */
public record PlannedAgent(
    Agent agent,
    Pool pool,
    List<PlannedResource> resources,
    List<Permission> may,
    List<WayOut> asks,
    List<SecretNeed> needs) {

  public AgentId id() {
    return agent.id();
  }

  /** Whether it was granted anything on Google Cloud, and so may ask who it is. */
  public boolean hasIdentity() {
    return !may.isEmpty();
  }
}
