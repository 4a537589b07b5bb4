package dev.berth.cli.print;

import dev.berth.model.AgentId;
import dev.berth.model.SecretName;
import dev.berth.model.SecretStore;
import dev.berth.plan.SecretNeed;
import dev.berth.plan.VaultAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * A command for a shell. Values reach it through a pipe, so that no process list and no history
 * shows one.
 *
 * @param first what the pipe takes the value from; empty text for no pipe
 * @param words of the command, each whole
 */
record CreateCommand(String first, List<String> words) {

  private static final String VALUE = "printf %s \"$VALUE\" |";

  /** Makes a secret with its first version. */
  static CreateCommand of(SecretStore.Kind store, SecretName name, String in) {
    return switch (store) {
      case SECRET_MANAGER, EXTERNAL_SECRETS -> {
        List<String> words = new ArrayList<>(List.of("gcloud secrets create", name.text()));
        if (!in.isEmpty()) {
          words.add("--project=" + in);
        }
        words.add("--data-file=-");
        yield new CreateCommand(VALUE, words);
      }
      case VAULT ->
          new CreateCommand(
              VALUE,
              List.of(
                  "vault kv put",
                  "-address=" + in,
                  "-mount=" + VaultAccess.MOUNT,
                  VaultAccess.path(name),
                  SecretNeed.VALUE + "=-"));
      case KUBERNETES ->
          new CreateCommand(
              VALUE,
              List.of(
                  "kubectl create secret generic",
                  name.text(),
                  "--namespace=" + in,
                  "--from-file=" + SecretNeed.VALUE + "=/dev/stdin"));
    };
  }

  /** Makes the role an agent's ServiceAccount takes in Vault. */
  static CreateCommand vaultRole(AgentId agent) {
    String role = VaultAccess.role(agent);
    return new CreateCommand(
        "",
        List.of(
            "vault write",
            "auth/kubernetes/role/" + role,
            "bound_service_account_names=" + agent.agent(),
            "bound_service_account_namespaces=" + agent.team(),
            "audience=" + VaultAccess.AUDIENCE,
            "policies=" + role,
            "ttl=15m"));
  }

  /** On one line. */
  String line() {
    return (first.isEmpty() ? "" : first + " ") + String.join(" ", words);
  }

  /** On lines of at most 80 columns that a shell still reads as one command. */
  static List<String> broken(String line, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    int pipe = line.indexOf("| ");
    if (pipe >= 0) {
      lines.add(indent + line.substring(0, pipe + 1));
      rest = line.substring(pipe + 2);
    }
    StringBuilder now = new StringBuilder(indent);
    for (String word : List.of(rest.split(" "))) {
      boolean fresh = now.toString().isBlank();
      if (!fresh && now.length() + 1 + word.length() + 2 > Wrapped.COLUMNS) {
        lines.add(now + " \\");
        now = new StringBuilder(indent + "  ");
        fresh = true;
      }
      now.append(fresh ? "" : " ").append(word);
    }
    lines.add(now.toString());
    return lines;
  }
}
