package dev.berth.rules;

import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What a rule looks at: a fleet, and what it becomes in one environment.
 *
 * @param plan of one environment of {@code fleet}
 * @param today in UTC
 */
public record Scene(Fleet fleet, Plan plan, LocalDate today) {

  public Environment environment() {
    return plan.environment();
  }

  public Stream<AgentScene> agents() {
    return plan.teams().stream()
        .flatMap(
            team -> team.agents().stream().map(each -> new AgentScene(this, team.team(), each)));
  }
}
