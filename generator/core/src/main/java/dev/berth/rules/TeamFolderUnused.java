package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Name;
import dev.berth.model.Team;
import java.util.stream.Stream;

/** A shared folder that a team may use and no agent of it does. */
record TeamFolderUnused() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String reason() {
    return "what nobody uses is reach that only an attacker will find";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/iam/docs/using-iam-securely";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return scene.fleet().teams().stream()
        .flatMap(
            team ->
                team.folders().entrySet().stream()
                    .filter(folder -> !used(team, folder.getKey()))
                    .map(
                        folder ->
                            finding(
                                folder.getValue().from(),
                                team.name(),
                                "no agent of team %s uses the folder `%s`"
                                    .formatted(team.name(), folder.getKey()),
                                "take `%s` out of `knowledge:`".formatted(folder.getKey()))));
  }

  private static boolean used(Team team, Name folder) {
    return team.everyAgent().folders().containsKey(folder)
        || team.agents().stream().anyMatch(agent -> agent.folders().containsKey(folder));
  }
}
