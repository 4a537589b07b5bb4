package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.Member;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changes rarely and everyone shares: network, cluster, pools, bucket, shared folders. */
final class PlatformPlanner {

  private PlatformPlanner() {}

  /**
   * In the order it must be made.
   *
   * @param addOn whether pods get secrets from the managed Secret Manager add-on
   * @param because the line that declares the environment
   */
  static List<PlannedResource> plan(
      PlatformNames names, Environment.Gke gke, List<Team> teams, boolean addOn, Origin because) {
    List<PlannedResource> platform = new ArrayList<>();
    for (String service : ApiService.NEEDED) {
      platform.add(new ApiService(names.project(), service, because));
    }
    platform.add(new Network(names, because));
    platform.add(new Subnetwork(names, because));
    platform.add(new Router(names, because));
    platform.add(new Nat(names, because));
    platform.add(new DenyIngress(names, because));
    platform.add(new NodeAccount(names, because));
    platform.add(new NodeRole(names, because));
    platform.add(new Cluster(names, securityGroup(teams), addOn, because));
    gke.pools().forEach(pool -> platform.add(new NodePool(names, pool, pool.from())));
    platform.add(new KnowledgeBucket(names, gke.bucket(), gke.location(), because));
    sharedFolders(teams)
        .forEach((folder, from) -> platform.add(new SharedFolder(folder, gke.bucket(), from)));
    return List.copyOf(platform);
  }

  /** Each folder once, with the first line in order of teams that named it. */
  private static SortedMap<Name, Origin> sharedFolders(List<Team> teams) {
    SortedMap<Name, Origin> folders = new TreeMap<>();
    for (Team team : teams) {
      for (Map.Entry<Name, Declared<Access>> folder : team.folders().entrySet()) {
        folders.putIfAbsent(folder.getKey(), folder.getValue().from());
      }
    }
    return folders;
  }

  /**
   * The one group GKE looks groups up in; its name is fixed, its domain is the members'
   * (https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac).
   */
  private static Optional<String> securityGroup(List<Team> teams) {
    return teams.stream()
        .flatMap(team -> team.members().stream())
        .map(Declared::value)
        .filter(Member::group)
        .map(Member::domain)
        .min(String::compareTo)
        .map(domain -> "gke-security-groups@" + domain);
  }
}
