package dev.berth.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where External Secrets reads.
 *
 * @param from which store, and as whom if not as the agent it must be
 * @param account the ServiceAccount it speaks as, of its own namespace
 * @param vault whether secrets have properties, and a path before their names
 */
record Store(String from, String account, boolean vault) {

  /** For what refers to no store there is. */
  static final Store NONE = new Store("nowhere", "", false);

  private static final String PATH = "berth/";

  static Store of(Made store) {
    Map<String, Object> provider = Made.map(store.spec().get("provider"));
    if (provider.keySet().equals(Set.of("gcpsm"))) {
      return google(Made.map(provider.get("gcpsm")));
    }
    if (provider.keySet().equals(Set.of("vault"))) {
      return vault(store.namespace(), Made.map(provider.get("vault")));
    }
    throw new IllegalArgumentException("a store nobody reads yet: " + provider);
  }

  /** Of the project whose cluster vouches for the account. */
  private static Store google(Map<String, Object> google) {
    Map<String, Object> identity = Made.map(Made.map(google.get("auth")).get("workloadIdentity"));
    Object project = google.get("projectID");
    String from = "Secret Manager";
    return new Store(
        project.equals(identity.get("clusterProjectID")) ? from : from + " of " + project,
        account(identity),
        false);
  }

  /** Vault knows the account by a role of its own; docs/secrets.md says which. */
  private static Store vault(String namespace, Map<String, Object> vault) {
    Map<String, Object> login = Made.map(Made.map(vault.get("auth")).get("kubernetes"));
    Map<String, Object> reference = Made.map(login.get("serviceAccountRef"));
    boolean usual =
        "kubernetes".equals(login.get("mountPath"))
            && (namespace + "." + account(login)).equals(login.get("role"))
            && List.of("vault").equals(reference.get("audiences"))
            && "secret".equals(vault.get("path"))
            && "v2".equals(vault.get("version"));
    return new Store(vault.get("server") + (usual ? "" : " by " + vault), account(login), true);
  }

  private static String account(Map<String, Object> login) {
    Map<String, Object> reference = Made.map(login.get("serviceAccountRef"));
    if (reference.containsKey("namespace")) {
      throw new IllegalArgumentException("an account nobody reads yet: " + reference);
    }
    return reference.get("name").toString();
  }

  /** What an ExternalSecret takes. */
  String secret(Map<String, Object> data) {
    Map<String, Object> remote = Made.map(data.get("remoteRef"));
    String key = remote.get("key").toString();
    if (!vault) {
      return "secret/" + key + (remote.containsKey("property") ? "#" + remote : "");
    }
    String word = key.startsWith(PATH) ? "secret/" + key.substring(PATH.length()) : "vault/" + key;
    return word + SecretEdges.property(remote.get("property"));
  }
}
