package dev.berth.plan;

import dev.berth.model.CloudResource;
import dev.berth.model.Environment;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.plan.PlannedProbe.Untried;
import dev.berth.plan.ProbeCheck.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a probe tries of Google Cloud: identity, knowledge folders and secrets. */
final class GoogleChecks {

  private static final String ACCESSOR = "roles/secretmanager.secretAccessor";

  private final Optional<Environment.Gke> gke;
  private final List<Name> sharedFolders;
  private final Set<SecretName> allSecrets;

  GoogleChecks(Plan plan) {
    this.gke = plan.environment().gke();
    this.sharedFolders =
        plan.platform().stream()
            .filter(SharedFolder.class::isInstance)
            .map(each -> ((SharedFolder) each).folder())
            .toList();
    this.allSecrets =
        plan.agents().stream()
            .flatMap(agent -> agent.needs().stream())
            .map(SecretNeed::secret)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds those of one agent.
   *
   * @param others every other agent, nearest first
   */
  void add(
      PlannedAgent agent,
      List<PlannedAgent> others,
      List<ProbeCheck> checks,
      List<Untried> untried) {
    if (gke.isEmpty() || !agent.hasIdentity()) {
      // Without a token there is nobody to ask as: all that is left is that none is to be had.
      checks.add(ProbeCheck.mustNot("metadata", Way.TOKEN, Map.of()));
      secrets(agent).keySet().forEach(id -> untried.add(delivered(id)));
      return;
    }
    checks.add(ProbeCheck.must("metadata", Way.TOKEN, Map.of(), agent.may().get(0).because()));
    folders(agent, others, gke.get().bucket(), checks);
    secrets(agent, others, gke.get().project(), checks, untried);
  }

  private void folders(
      PlannedAgent agent, List<PlannedAgent> others, String bucket, List<ProbeCheck> checks) {
    Map<String, Origin> mine = new TreeMap<>();
    for (Permission permission : agent.may()) {
      if (permission instanceof Permission.OwnKnowledge) {
        mine.put(ManagedFolder.path(agent.id()), permission.because());
      } else if (permission instanceof Permission.SharedKnowledge shared) {
        mine.put(SharedFolder.path(shared.folder()), permission.because());
      }
    }
    mine.forEach(
        (path, because) ->
            checks.add(ProbeCheck.must(folder(path), Way.LIST, prefix(bucket, path), because)));
    Stream<String> anothers =
        others.stream()
            .filter(each -> each.agent().own().isPresent())
            .map(each -> ManagedFolder.path(each.id()))
            .limit(1);
    Stream<String> shared =
        sharedFolders.stream()
            .map(SharedFolder::path)
            .filter(path -> !mine.containsKey(path))
            .limit(1);
    Stream.concat(anothers, shared)
        .forEach(
            path -> checks.add(ProbeCheck.mustNot(folder(path), Way.LIST, prefix(bucket, path))));
    // All of it at once: a grant on the bucket would defeat every folder's own.
    checks.add(ProbeCheck.mustNot("folder/*", Way.LIST, prefix(bucket, "")));
  }

  private void secrets(
      PlannedAgent agent,
      List<PlannedAgent> others,
      String project,
      List<ProbeCheck> checks,
      List<Untried> untried) {
    Map<String, Origin> mine = secrets(agent);
    boolean mayAsk =
        agent.asks().stream()
            .anyMatch(way -> way.host().text().matches("(secretmanager|\\*)\\.googleapis\\.com"));
    mine.forEach(
        (id, because) -> {
          if (mayAsk) {
            checks.add(ProbeCheck.must(id, Way.SECRET, latest(project, id), because));
          } else {
            untried.add(delivered(id));
          }
        });
    Set<String> granted = granted(agent);
    Predicate<String> closed = id -> !mine.containsKey(id) && !granted.contains(id);
    // Where all agents share their secrets, nobody need be asked for another.
    if (allSecrets.stream().map(GoogleChecks::secret).anyMatch(closed)) {
      others.stream()
          .flatMap(each -> each.needs().stream())
          .map(need -> secret(need.secret()))
          .filter(closed)
          .findFirst()
          .ifPresent(id -> checks.add(ProbeCheck.mustNot(id, Way.SECRET, latest(project, id))));
    }
  }

  /** The secrets an agent may read, each with the line that asked for it. */
  private static Map<String, Origin> secrets(PlannedAgent agent) {
    Map<String, Origin> mine = new TreeMap<>();
    agent.needs().forEach(need -> mine.putIfAbsent(secret(need.secret()), need.because()));
    agent.agent().iam().stream()
        .filter(grant -> grant.value().role().equals(ACCESSOR))
        .filter(grant -> grant.value().on().kind() == CloudResource.Kind.SECRET)
        .forEach(grant -> mine.putIfAbsent(grant.value().on().toString(), grant.from()));
    return mine;
  }

  /** What it has any role on: whether that lets it read, Google knows. */
  private static Set<String> granted(PlannedAgent agent) {
    return agent.agent().iam().stream()
        .map(grant -> grant.value().on().toString())
        .collect(Collectors.toSet());
  }

  private static String secret(SecretName secret) {
    return "secret/" + secret;
  }

  private static Untried delivered(String id) {
    return new Untried(id, "the node delivers it: its pod has no way to ask for it");
  }

  private static String folder(String path) {
    return "folder/" + path.substring(0, path.length() - 1);
  }

  private static Map<String, Object> prefix(String bucket, String path) {
    return Inputs.of("bucket", bucket, "prefix", path);
  }

  private static Map<String, Object> latest(String project, String id) {
    return Map.of(
        "version",
        "projects/"
            + project
            + "/secrets/"
            + id.substring("secret/".length())
            + "/versions/latest");
  }
}
