package dev.berth.rules;

import dev.berth.diagnose.Finding;
import java.util.stream.Stream;

/** A rule on what is declared and planned, before anything is rendered. */
public interface FleetRule extends Rule {

  /** All of one environment; what holds whatever the environment is found again in each. */
  Stream<Finding> judge(Scene scene);
}
