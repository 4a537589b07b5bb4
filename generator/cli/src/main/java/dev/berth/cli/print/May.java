package dev.berth.cli.print;

import dev.berth.model.Access;
import dev.berth.model.IamGrant;
import dev.berth.plan.Permission;
import java.util.Map;

/**
 * A permission in plain words.
 *
 * @param verb what may be done, e.g. {@code read and write}
 * @param what it may be done to, e.g. {@code its own knowledge}
 * @param until the last day it holds, in UTC as {@code 2027-03-31}; empty text for no end
 * @param why in the team's words; empty text when the line says enough
 */
public record May(String verb, String what, String until, String why, String from) {

  /** Google's roles in plain words; a role that is not here is named. */
  private static final Map<String, String> VERBS =
      Map.of(
          "roles/pubsub.publisher", "publish to",
          "roles/pubsub.subscriber", "take messages from",
          "roles/pubsub.viewer", "look at",
          "roles/secretmanager.secretAccessor", "read",
          "roles/artifactregistry.reader", "pull images from",
          "roles/artifactregistry.writer", "pull and push images of");

  static May of(Permission permission) {
    String from = permission.because().toString();
    if (permission instanceof Permission.OwnKnowledge own) {
      return new May(verb(own.access()), "its own knowledge", "", "", from);
    }
    if (permission instanceof Permission.SharedKnowledge shared) {
      return new May(verb(shared.access()), shared.folder().text(), "", "", from);
    }
    IamGrant grant = ((Permission.Granted) permission).grant();
    return new May(
        VERBS.getOrDefault(grant.role(), "use " + grant.role() + " on"),
        grant.on().toString(),
        grant.until().map(Object::toString).orElse(""),
        grant.why(),
        from);
  }

  private static String verb(Access access) {
    return access == Access.READ_WRITE ? "read and write" : "read";
  }
}
