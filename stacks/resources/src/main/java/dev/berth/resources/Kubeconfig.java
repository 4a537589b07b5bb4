package dev.berth.resources;

/** How the Kubernetes provider reaches a GKE control plane: by name, with a token it fetches. */
final class Kubeconfig {

  private Kubeconfig() {}

  /**
   * Holds no credential: the plugin that `gcloud` installs gets a token for whoever runs it
   * (https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl). A DNS
   * endpoint has a publicly trusted certificate, so there is no authority to carry either.
   *
   * @param endpoint a DNS name, without a scheme
   */
  static String text(String cluster, String endpoint) {
    return """
    {"apiVersion": "v1", "kind": "Config", "current-context": "%1$s",
     "clusters": [{"name": "%1$s", "cluster": {"server": "https://%2$s"}}],
     "contexts": [{"name": "%1$s", "context": {"cluster": "%1$s", "user": "%1$s"}}],
     "users": [{"name": "%1$s", "user": {"exec": {
       "apiVersion": "client.authentication.k8s.io/v1beta1",
       "command": "gke-gcloud-auth-plugin",
       "installHint": "run `gcloud components install gke-gcloud-auth-plugin`",
       "interactiveMode": "IfAvailable",
       "provideClusterInfo": true}}}]}
    """
        .formatted(cluster, endpoint);
  }
}
