package dev.berth.e2e.knowledge.process;

import org.junit.jupiter.api.Test;

/** The rules on what agents know, as Prometheus itself reads and runs them. */
class AlertsTest {

  @Test
  void prometheusReadsTheRules() {
    Ran.run(
            Checkout.file("templates/monitoring"),
            "promtool",
            "check",
            "rules",
            "--lint=all",
            "--lint-fatal",
            "knowledge.rules.yaml")
        .well();
  }

  @Test
  void theRulesFireWhenTheyMustAndOnlyThen() {
    Ran.run(
            Checkout.file("templates/monitoring"),
            "promtool",
            "test",
            "rules",
            "knowledge.rules.test.yaml")
        .well();
  }
}
