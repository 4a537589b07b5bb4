package dev.berth.cli.print;

import dev.berth.access.RoleWords;
import dev.berth.model.IamGrant;
import dev.berth.plan.Permission;

/**
 * A permission in plain words.
 *
 * @param verb what may be done, e.g. {@code read and write}
 * @param what it may be done to, e.g. {@code its own knowledge}
 * @param until the last day it holds, in UTC as {@code 2027-03-31}; empty text for no end
 * @param why in the team's words; empty text when the line says enough
 */
public record May(String verb, String what, String until, String why, String from) {

  static May of(Permission permission) {
    String from = permission.because().toString();
    if (permission instanceof Permission.OwnKnowledge own) {
      return new May(RoleWords.verb(own.access()), "its own knowledge", "", "", from);
    }
    if (permission instanceof Permission.SharedKnowledge shared) {
      return new May(RoleWords.verb(shared.access()), shared.folder().text(), "", "", from);
    }
    IamGrant grant = ((Permission.Granted) permission).grant();
    return new May(
        RoleWords.verb(grant.role()),
        grant.on().toString(),
        grant.until().map(Object::toString).orElse(""),
        grant.why(),
        from);
  }
}
