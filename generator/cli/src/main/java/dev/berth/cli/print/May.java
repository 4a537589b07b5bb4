package dev.berth.cli.print;

import dev.berth.access.RoleWords;
import dev.berth.model.IamGrant;
import dev.berth.model.RoleCatalogue;
import dev.berth.plan.Permission;

/**
 * A permission in plain words.
 *
 * @param verb what may be done, e.g. {@code read and write}
 * @param what it may be done to, e.g. {@code its own knowledge}
 * @param until the last day it holds, in UTC as {@code 2027-03-31}; empty text for no end
 * @param endedBy who ends it after that day: {@code google}, or {@code check} when it is {@code
 *     berth check} that fails until the grant is removed; empty text for no end
 * @param why in the team's words; empty text when the line says enough
 */
public record May(String verb, String what, String until, String endedBy, String why, String from) {

  static May of(Permission permission) {
    String from = permission.because().toString();
    if (permission instanceof Permission.OwnKnowledge own) {
      return new May(RoleWords.verb(own.access()), "its own knowledge", "", "", "", from);
    }
    if (permission instanceof Permission.SharedKnowledge shared) {
      return new May(RoleWords.verb(shared.access()), shared.folder().text(), "", "", "", from);
    }
    IamGrant grant = ((Permission.Granted) permission).grant();
    return new May(
        RoleCatalogue.builtIn()
            .role(grant.on().kind(), grant.role())
            .map(RoleCatalogue.Role::verb)
            .orElse("use " + grant.role() + " on"),
        grant.on().toString(),
        grant.until().map(Object::toString).orElse(""),
        grant.until().map(day -> grant.endsByItself() ? "google" : "check").orElse(""),
        grant.why(),
        from);
  }

  /** The end in words; empty text for none. */
  String end() {
    return switch (endedBy) {
      case "google" -> " until " + until;
      case "check" -> " (remove after " + until + ")";
      default -> "";
    };
  }
}
