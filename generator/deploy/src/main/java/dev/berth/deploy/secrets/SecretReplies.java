package dev.berth.deploy.secrets;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.berth.deploy.secrets.SecretAnswer.State;

/** Reads what Secret Manager answers for a secret's newest version. */
final class SecretReplies {

  private SecretReplies() {}

  /** The answer for {@code name}; nothing of {@code body} but its field {@code state} is used. */
  static SecretAnswer read(String name, String project, int status, String body) {
    return switch (status) {
      case 200 -> version(name, body);
      case 404 -> new SecretAnswer(name, State.MISSING, "create it");
      case 401 ->
          new SecretAnswer(
              name,
              State.REFUSED,
              "the login is no longer good: run `gcloud auth application-default login`");
      case 403 ->
          new SecretAnswer(
              name,
              State.REFUSED,
              "whoever is logged in needs roles/secretmanager.viewer on the project "
                  + project
                  + ", where the Secret Manager API must be on");
      default ->
          new SecretAnswer(
              name, State.UNANSWERED, "Secret Manager answered " + status + ": try again later");
    };
  }

  /** https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions. */
  private static SecretAnswer version(String name, String body) {
    return switch (state(body)) {
      case "ENABLED" -> new SecretAnswer(name, State.THERE, "");
      case "DISABLED" ->
          new SecretAnswer(
              name, State.NOT_ENABLED, "its newest version is disabled: enable it, or add another");
      case "DESTROYED" ->
          new SecretAnswer(name, State.NOT_ENABLED, "its newest version is destroyed: add another");
      default ->
          new SecretAnswer(name, State.UNANSWERED, "Secret Manager's answer has no state we know");
    };
  }

  private static String state(String body) {
    try {
      JsonElement version = JsonParser.parseString(body);
      if (version.isJsonObject() && version.getAsJsonObject().has("state")) {
        JsonElement state = version.getAsJsonObject().get("state");
        return state.isJsonPrimitive() ? state.getAsString() : "";
      }
      return "";
    } catch (JsonParseException noJson) {
      return "";
    }
  }
}
