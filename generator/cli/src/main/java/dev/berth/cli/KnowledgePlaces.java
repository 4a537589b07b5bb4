package dev.berth.cli;

import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Target;
import dev.berth.model.Team;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where declarations say knowledge is kept, and what they let agents do with it. */
record KnowledgePlaces(Declarations declared, Fleet fleet) {

  /** The environment the command line means. */
  Environment environment() {
    return declared.environment(fleet);
  }

  /**
   * An agent's own knowledge.
   *
   * @param store what the command line says instead
   */
  KnowledgePlace ofAgent(String named, Optional<String> store) {
    Agent agent = declared.agent(fleet, named);
    if (agent.own().isEmpty()) {
      throw Stop.refused(
          "%s keeps no knowledge of its own\nmend: write `own: read-write` under `knowledge:` in %s"
              .formatted(agent.id(), file(agent.id())));
    }
    return place(agent.id(), store, "--store");
  }

  /** The same of an agent that may not be declared yet. */
  KnowledgePlace ofNew(String named, Optional<String> store, String option) {
    AgentId id =
        AgentId.parse(named)
            .orElseThrow(
                () ->
                    Stop.usage(
                        "`%s` names no agent\nmend: write %s".formatted(named, AgentId.RULE)));
    return isDeclared(named) ? ofAgent(named, store) : place(id, store, option);
  }

  boolean isDeclared(String named) {
    return fleet.agents().stream().anyMatch(each -> each.id().toString().equals(named));
  }

  private KnowledgePlace place(AgentId id, Optional<String> store, String option) {
    Optional<LaptopKnowledge> laptop = laptop().filter(here -> store.isEmpty());
    return new KnowledgePlace(
        id.toString(),
        store.orElseGet(() -> kept("agents/" + id, option)),
        store.isEmpty() && laptop.isEmpty(),
        laptop.map(here -> here.home(id)));
  }

  /**
   * Refuses to touch what an agent of this machine works with.
   *
   * @param place whose
   */
  void mustNotRun(KnowledgePlace place) throws IOException {
    Optional<LaptopKnowledge> laptop = laptop().filter(here -> place.home().isPresent());
    if (laptop.isPresent()) {
      laptop.get().mustNotRun(place.what());
    }
  }

  private Optional<LaptopKnowledge> laptop() {
    return Optional.of(environment())
        .filter(each -> each.target() == Target.LOCAL)
        .map(each -> Laptop.of(declared.berth(), declared.root(), each, fleet))
        .map(LaptopKnowledge::new);
  }

  /**
   * A shared folder that an agent may write to.
   *
   * @param store what the command line says instead
   */
  KnowledgePlace ofFolder(String named, String folder, Optional<String> store) {
    Agent agent = declared.agent(fleet, named);
    Team team =
        fleet.teams().stream()
            .filter(each -> each.name().equals(agent.id().team()))
            .findFirst()
            .orElseThrow();
    TreeSet<String> known = new TreeSet<>();
    fleet.teams().forEach(each -> each.folders().keySet().forEach(name -> known.add(name.text())));
    if (!known.contains(folder)) {
      throw Stop.usage(Suggestion.unknown("shared folder", folder, List.copyOf(known)));
    }
    Name name = new Name(folder);
    if (!writes(agent.with(fleet.everyAgentOf(team)).folders().get(name))) {
      String line = "`%s: read-write` under `knowledge:` in ".formatted(folder);
      throw Stop.refused(
          "%s may not write to the shared folder %s\nmend: write %s"
                  .formatted(agent.id(), folder, line + file(agent.id()))
              + (writes(team.folders().get(name))
                  ? ""
                  : ", and the same in agents/%s/team.yaml".formatted(team.name())));
    }
    return new KnowledgePlace(
        "folder/" + folder,
        store.orElseGet(() -> kept(folder, "--folder-store")),
        false,
        Optional.empty());
  }

  private static boolean writes(@org.jspecify.annotations.Nullable Declared<Access> access) {
    return access != null && access.value().covers(Access.READ_WRITE);
  }

  private String kept(String path, String option) {
    return laptop().map(here -> here.store(path)).orElseGet(() -> inBucket(path, option));
  }

  private String inBucket(String path, String option) {
    Environment environment = environment();
    return environment
        .gke()
        .map(gke -> "gs://%s/%s/".formatted(gke.bucket(), path))
        .orElseThrow(
            () ->
                Stop.usage(
                    ("environment %s has the target %s, which names no store for knowledge"
                            + "\nmend: name one, such as `%s file:///srv/knowledge/%s/`")
                        .formatted(environment.name(), environment.target(), option, path)));
  }

  private static String file(AgentId id) {
    return "agents/" + id + ".yaml";
  }
}
