package dev.berth.access;

import dev.berth.model.Access;
import java.util.Map;

/** Google Cloud's roles in plain words. */
public final class RoleWords {

  private static final Map<String, String> VERBS =
      Map.of(
          "roles/pubsub.publisher", "publish to",
          "roles/pubsub.subscriber", "take messages from",
          "roles/pubsub.viewer", "look at",
          "roles/secretmanager.secretAccessor", "read",
          "roles/storage.objectViewer", "read",
          "roles/storage.objectUser", "read and write",
          "roles/artifactregistry.reader", "pull images from",
          "roles/artifactregistry.writer", "pull and push images of");

  private RoleWords() {}

  /** What a role lets somebody do, before the thing it is on; a role without words is named. */
  public static String verb(String role) {
    return VERBS.getOrDefault(role, "use " + role + " on");
  }

  public static String verb(Access access) {
    return access == Access.READ_WRITE ? "read and write" : "read";
  }
}
