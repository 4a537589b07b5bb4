package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Environment;
import dev.berth.plan.PlannedAgent;
import java.util.stream.Stream;

/** Agents learn, and nothing carries it further than the disk of their pod. */
record KnowledgeNotCarried() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "a disk is in one zone and keeps no history: what an agent learned is lost with it, and"
        + " cannot be brought back as it was last week";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/compute/docs/disks/persistent-disks";
  }

  /** One line of fleet.yaml mends all that it finds. */
  @Override
  public boolean waivable() {
    return false;
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    Environment environment = scene.environment();
    // Elsewhere there is no store to carry it to yet.
    if (environment.gke().isEmpty()) {
      return Stream.empty();
    }
    long left = scene.agents().map(AgentScene::planned).filter(KnowledgeNotCarried::stays).count();
    return left == 0
        ? Stream.empty()
        : Stream.of(
            finding(
                environment.from(),
                environment.name(),
                "what %s in %s %s stays on disk: nothing carries it to the bucket"
                    .formatted(
                        left == 1 ? "one agent" : left + " agents",
                        environment.name(),
                        left == 1 ? "learns" : "learn"),
                "name an image in fleet.yaml: `knowledgeImage: registry/path:tag@sha256:<64"
                    + " hex>`"));
  }

  private static boolean stays(PlannedAgent planned) {
    return planned.agent().own().isPresent() && planned.knowledge().isEmpty();
  }
}
