package dev.berth.rules;

import dev.berth.diagnose.Finding;
import java.util.stream.Stream;

/** A rule on one agent at a time. */
public interface AgentRule extends FleetRule {

  Stream<Finding> judge(AgentScene agent);

  @Override
  default Stream<Finding> judge(Scene scene) {
    return scene.agents().flatMap(this::judge);
  }
}
