package dev.berth.rules;

import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.Team;
import dev.berth.plan.PlannedAgent;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a rule on agents looks at: one agent, and what surrounds it. */
public record AgentScene(Scene scene, Team team, PlannedAgent planned) {

  public Agent agent() {
    return planned.agent();
  }

  public AgentId id() {
    return planned.id();
  }

  /** The first channel strangers can write to, if any. */
  public Optional<Channel> publicChannel() {
    return agent().channels().stream().filter(channel -> channel.kind().open()).findFirst();
  }

  /**
   * The shared folders it can reach, each with the line that gives the most: its own list's, or
   * what every agent of its team or of the fleet has.
   */
  public SortedMap<Name, Declared<Access>> folders() {
    SortedMap<Name, Declared<Access>> folders = new TreeMap<>(agent().folders());
    Stream.of(team.everyAgent(), scene.fleet().everyAgent())
        .forEach(
            every ->
                every
                    .folders()
                    .forEach((name, access) -> folders.merge(name, access, AgentScene::wider)));
    return folders;
  }

  private static Declared<Access> wider(Declared<Access> one, Declared<Access> other) {
    return one.value().covers(other.value()) ? one : other;
  }

  /** Its grants: its own, its team's and the fleet's. */
  public List<Declared<IamGrant>> grants() {
    return Stream.of(agent().iam(), team.everyAgent().iam(), scene.fleet().everyAgent().iam())
        .flatMap(List::stream)
        .toList();
  }
}
