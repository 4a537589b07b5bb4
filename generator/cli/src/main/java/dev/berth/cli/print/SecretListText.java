package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** A list of secrets for people. */
public final class SecretListText {

  private static final String INDENT = "    ";

  private SecretListText() {}

  public static List<String> lines(SecretList list) {
    List<String> lines = new ArrayList<>();
    lines.add("%s of %s".formatted(Count.of(list.secrets().size(), "secret"), list.environment()));
    for (SecretList.Secret secret : list.secrets()) {
      lines.add("");
      lines.addAll(head(secret, list.store()));
      for (SecretList.Reader reader : secret.readers()) {
        lines.addAll(
            Wrapped.pieces(
                "  read by  ", List.of(reader.agent(), reader.field(), reader.from()), "  "));
      }
      if (!secret.why().isEmpty()) {
        lines.addAll(Wrapped.words("  " + secret.state() + ": ", secret.why()));
      }
      lines.addAll(CreateCommand.broken(secret.create(), INDENT));
    }
    for (SecretList.VaultRole role : list.vaultRoles()) {
      lines.add("");
      lines.add("%s takes the role %s in Vault".formatted(role.agent(), role.role()));
      lines.add(INDENT + "vault policy write %s - <<'EOF'".formatted(role.role()));
      lines.addAll(role.policy().lines().toList());
      lines.add("EOF");
      lines.addAll(CreateCommand.broken(role.create(), INDENT));
    }
    return lines;
  }

  private static List<String> head(SecretList.Secret secret, String store) {
    String in =
        switch (store) {
          case "vault" -> " at " + secret.in();
          case "kubernetes" -> ", namespace " + secret.in();
          default -> secret.in().isEmpty() ? "" : " of " + secret.in();
        };
    boolean variable = store.equals(SecretList.VARIABLES);
    return Wrapped.ends(variable ? secret.variable() : secret.name(), words(store) + in);
  }

  /** What people call the store. */
  static String words(String store) {
    return switch (store) {
      case "secret-manager", "external-secrets" -> "Secret Manager";
      case "vault" -> "Vault";
      case SecretList.VARIABLES -> "a variable, or a line of .env";
      default -> "Kubernetes";
    };
  }
}
