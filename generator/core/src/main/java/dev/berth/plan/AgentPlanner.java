package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Origin;
import dev.berth.model.Pool;
import dev.berth.model.SecretName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything one agent owns: identity, ways out, folders, grants and its workload. */
final class AgentPlanner {

  private final PlatformNames names;
  private final Environment.Gke gke;
  private final boolean granted;
  private final SecretPlanner secrets;
  private final WaysOut waysOut;
  private final PolicyPlanner policies;
  private final ReleasePlanner releases;

  AgentPlanner(
      HostCatalogue hosts, PlatformNames names, Environment.Gke gke, Environment environment) {
    this.names = names;
    this.gke = gke;
    this.granted = environment.secrets().inSecretManager();
    this.secrets = new SecretPlanner(environment);
    this.waysOut = new WaysOut(hosts, environment);
    this.policies = new PolicyPlanner(hosts, environment);
    this.releases = new ReleasePlanner(hosts, environment);
  }

  /**
   * What {@code agent} owns: never again what {@code all} agents of its team are granted together.
   */
  PlannedAgent plan(Agent agent, EveryAgent all) {
    Agent reaching = agent.with(all);
    Pool pool =
        agent.pool().flatMap(name -> gke.pool(name.value())).orElseGet(() -> gke.pools().get(0));
    List<SecretNeed> needs = Secrets.of(agent);
    List<WayOut> ways = waysOut.of(reaching, false);
    List<PlannedResource> resources = new ArrayList<>();
    EveryAgent alone = agent.beyond(all);
    List<Permission> may = permissions(reaching);
    resources.addAll(objects(reaching, may, ways, needs));
    resources.addAll(knowledge(agent, alone));
    resources.addAll(grants(agent.id(), needs, alone));
    Optional<CarriedKnowledge> carried =
        agent.knowledgeImage().map(image -> CarriedKnowledge.of(agent, reaching, gke));
    resources.add(releases.plan(agent, Optional.of(pool), needs, carried));
    return new PlannedAgent(
        agent,
        Optional.of(pool),
        List.copyOf(resources),
        may,
        PlannedAgent.sorted(ways),
        needs,
        carried);
  }

  private List<PlannedResource> objects(
      Agent agent, List<Permission> may, List<WayOut> ways, List<SecretNeed> needs) {
    List<PlannedResource> objects = new ArrayList<>();
    objects.add(account(agent));
    // Only an agent that was granted something on Google Cloud may ask who it is.
    objects.addAll(policies.plan(agent, !may.isEmpty(), ways));
    objects.addAll(secrets.objects(agent, needs));
    return objects;
  }

  private List<PlannedResource> knowledge(Agent agent, EveryAgent alone) {
    List<PlannedResource> folders = new ArrayList<>();
    AgentId id = agent.id();
    agent
        .own()
        .ifPresent(
            access -> {
              ManagedFolder folder = new ManagedFolder(id, gke.bucket(), access.from());
              folders.add(folder);
              folders.add(grant(id, "own", new Ref(folder.name(), "name"), access));
            });
    alone
        .folders()
        .forEach(
            (folder, access) ->
                folders.add(grant(id, folder.text(), SharedFolder.path(folder), access)));
    return folders;
  }

  private FolderGrant grant(AgentId id, String word, Object folder, Declared<Access> access) {
    return new FolderGrant(
        id + "/knowledge-" + word,
        gke.bucket(),
        folder,
        access.value(),
        Identity.of(names, id),
        access.from());
  }

  private List<PlannedResource> grants(AgentId id, List<SecretNeed> needs, EveryAgent alone) {
    List<PlannedResource> grants = new ArrayList<>();
    needs.stream()
        .filter(need -> granted)
        .map(SecretNeed::secret)
        .distinct()
        .forEach(
            secret ->
                grants.add(
                    new SecretGrant(
                        id,
                        names.project(),
                        secret,
                        Identity.of(names, id),
                        because(needs, secret))));
    alone
        .iam()
        .forEach(
            grant ->
                grants.add(
                    new ResourceGrant(
                        id.toString(),
                        names,
                        gke.bucket(),
                        grant.value(),
                        Identity.of(names, id),
                        grant.from())));
    return grants;
  }

  private static Origin because(List<SecretNeed> needs, SecretName secret) {
    return needs.stream()
        .filter(need -> need.secret().equals(secret))
        .map(SecretNeed::because)
        .findFirst()
        .orElseThrow();
  }

  private static List<Permission> permissions(Agent agent) {
    List<Permission> may = new ArrayList<>();
    agent.own().ifPresent(own -> may.add(new Permission.OwnKnowledge(own.value(), own.from())));
    may.addAll(Permission.of(agent.folders(), agent.iam()));
    return List.copyOf(may);
  }

  static KubernetesObject account(Agent agent) {
    return object(agent, "core/v1:ServiceAccount", "service-account", agent.from(), Map.of());
  }

  static KubernetesObject object(
      Agent agent, String type, String template, Origin because, Map<String, Object> more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("team", agent.id().team().text());
    values.put("agent", agent.id().agent().text());
    values.put("version", agent.openclaw().value().text());
    values.putAll(more);
    return new KubernetesObject(
        "kubernetes:" + type,
        agent.id() + "/" + template,
        "agent/" + template + ".yaml",
        agent.id().team().text(),
        values,
        because);
  }
}
