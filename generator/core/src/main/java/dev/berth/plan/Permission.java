package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.Declared;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** One thing an agent, or every agent of a team, may do with something outside its pod. */
public sealed interface Permission {

  Origin because();

  /** What shared folders and named resources allow, in the order they are written. */
  static List<Permission> of(
      SortedMap<Name, Declared<Access>> folders, List<Declared<IamGrant>> iam) {
    List<Permission> may = new ArrayList<>();
    folders.forEach(
        (folder, access) -> may.add(new SharedKnowledge(folder, access.value(), access.from())));
    iam.forEach(grant -> may.add(new Granted(grant.value(), grant.from())));
    return List.copyOf(may);
  }

  /** Its own knowledge folder. */
  record OwnKnowledge(Access access, Origin because) implements Permission {}

  /** A knowledge folder it shares with others. */
  record SharedKnowledge(Name folder, Access access, Origin because) implements Permission {}

  /** A role on one named resource. */
  record Granted(IamGrant grant, Origin because) implements Permission {}
}
