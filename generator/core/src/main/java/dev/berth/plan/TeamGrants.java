package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * What all agents of a team have together: one grant a resource, to the set of every identity of
 * the team's namespace, however many agents there are.
 */
record TeamGrants(PlatformNames names, Environment.Gke gke) {

  List<PlannedResource> of(Name team, EveryAgent all) {
    Joined member = Identity.of(names, team);
    List<PlannedResource> grants = new ArrayList<>();
    all.folders()
        .forEach(
            (folder, access) ->
                grants.add(
                    new FolderGrant(
                        team + "/knowledge-" + folder,
                        gke.bucket(),
                        SharedFolder.path(folder),
                        access.value(),
                        member,
                        access.from())));
    all.iam()
        .forEach(
            grant ->
                grants.add(
                    new ResourceGrant(
                        team.text(), names, gke.bucket(), grant.value(), member, grant.from())));
    return grants;
  }
}
