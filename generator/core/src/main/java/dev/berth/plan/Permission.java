package dev.berth.plan;

import dev.berth.model.Access;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.Origin;

/** One thing an agent may do with something outside its pod. */
public sealed interface Permission {

  Origin because();

  /** Its own knowledge folder. */
  record OwnKnowledge(Access access, Origin because) implements Permission {}

  /** A knowledge folder it shares with others. */
  record SharedKnowledge(Name folder, Access access, Origin because) implements Permission {}

  /** A role on one named resource. */
  record Granted(IamGrant grant, Origin because) implements Permission {}
}
