package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import java.util.stream.Stream;

/** A team whose agents nobody but the cluster's own people can look at. */
record TeamWithoutMembers() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String reason() {
    return "who answers for an agent must be able to read its logs when it does what it should not";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return scene.fleet().teams().stream()
        .filter(team -> team.members().isEmpty())
        .map(
            team ->
                finding(
                    team.from(),
                    team.name(),
                    "nobody of team %s may read its pods and logs".formatted(team.name()),
                    "add `members: [ group:%s@example.com ]` with a group of yours"
                        .formatted(team.name())));
  }
}
