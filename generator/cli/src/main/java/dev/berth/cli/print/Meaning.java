package dev.berth.cli.print;

import java.util.Map;

/** What a resource is, in one sentence for people who do not know the type. */
public final class Meaning {

  private static final Map<String, String> OF_TYPES =
      Map.ofEntries(
          Map.entry("gcp:projects/service:Service", "A Google API, switched on for the project."),
          Map.entry("gcp:compute/network:Network", "The private network everything lives in."),
          Map.entry("gcp:compute/subnetwork:Subnetwork", "The addresses of nodes and pods."),
          Map.entry("gcp:compute/router:Router", "The router that Cloud NAT hangs on."),
          Map.entry("gcp:compute/routerNat:RouterNat", "The way out for nodes without addresses."),
          Map.entry("gcp:compute/firewall:Firewall", "A firewall rule of the network."),
          Map.entry(
              "gcp:dns/managedZone:ManagedZone",
              "What the network's own name server says of Google's APIs."),
          Map.entry("gcp:dns/recordSet:RecordSet", "Where one name of Google's APIs leads."),
          Map.entry(
              "kubernetes:policy.networking.k8s.io/v1alpha2:ClusterNetworkPolicy",
              "What no policy of an agent can open."),
          Map.entry(
              "kubernetes:cilium.io/v2:CiliumNetworkPolicy", "The host names an agent may call."),
          Map.entry("gcp:serviceaccount/account:Account", "What the cluster's nodes run as."),
          Map.entry("gcp:projects/iAMMember:IAMMember", "A role on the project."),
          Map.entry("gcp:container/cluster:Cluster", "The GKE cluster agents run in."),
          Map.entry("gcp:container/nodePool:NodePool", "A pool of nodes that agents run on."),
          Map.entry("gcp:storage/bucket:Bucket", "The bucket all knowledge folders lie in."),
          Map.entry(
              "gcp:storage/managedFolder:ManagedFolder",
              "A folder of the knowledge bucket with an access policy of its own."),
          Map.entry(
              "gcp:storage/managedFolderIamMember:ManagedFolderIamMember",
              "A role on one knowledge folder."),
          Map.entry("gcp:secretmanager/secretIamMember:SecretIamMember", "A role on one secret."),
          Map.entry("gcp:pubsub/topicIAMMember:TopicIAMMember", "A role on one Pub/Sub topic."),
          Map.entry(
              "gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember",
              "A role on one Pub/Sub subscription."),
          Map.entry(
              "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
              "A role on one repository of images."),
          Map.entry("gcp:bigquery/datasetIamMember:DatasetIamMember", "A role on one dataset."),
          Map.entry("kubernetes:core/v1:Namespace", "The place in the cluster a team lives in."),
          Map.entry("kubernetes:core/v1:ResourceQuota", "The most a team's agents use together."),
          Map.entry("kubernetes:core/v1:LimitRange", "What one container may use."),
          Map.entry("kubernetes:core/v1:ServiceAccount", "An identity pods run as."),
          Map.entry(
              "kubernetes:networking.k8s.io/v1:NetworkPolicy",
              "Which connections pods may open and take; all others are refused."),
          Map.entry(
              "kubernetes:networking.gke.io/v1alpha1:FQDNNetworkPolicy",
              "The host names an agent may call."),
          Map.entry(
              "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
              "Which secrets are laid into an agent's pod as files."),
          Map.entry(
              "kubernetes:monitoring.googleapis.com/v1:PodMonitoring",
              "Which metrics of a team's pods are collected."),
          Map.entry(
              "kubernetes:rbac.authorization.k8s.io/v1:Role",
              "What may be asked of the Kubernetes API in a team's namespace."),
          Map.entry(
              "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
              "Who has a role in a team's namespace."),
          Map.entry(
              "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy",
              "What the cluster refuses in every team's namespace, whoever asks."),
          Map.entry(
              "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
              "Puts an admission policy into force."),
          Map.entry(
              "kubernetes:external-secrets.io/v1:SecretStore",
              "Where an agent's secrets are read, as the agent."),
          Map.entry(
              "kubernetes:external-secrets.io/v1:ExternalSecret",
              "Which secrets are copied into the namespace for an agent."),
          Map.entry("kubernetes:helm.sh/v3:Release", "An agent's workload: its pod and disk."));

  private static final Map<String, String> OF_WORDS =
      Map.of(
          "folder", "A folder of the knowledge bucket.",
          "secret", "A secret: Berth knows its name, and never its value.",
          "topic", "A Pub/Sub topic of the project; Berth does not make it.",
          "subscription", "A Pub/Sub subscription of the project; Berth does not make it.",
          "dataset", "A BigQuery dataset of the project; Berth does not make it.",
          "repository", "A repository of images of the project; Berth does not make it.",
          "host", "A host outside the cluster, on TCP 443.",
          "dns", "The cluster's name servers.",
          "metadata", "GKE's metadata server: hands an agent a token of its own identity.",
          "project", "The Google Cloud project of the environment.");

  private Meaning() {}

  /** By Pulumi's type token; a type without a sentence is named. */
  static String of(String type) {
    return OF_TYPES.getOrDefault(type, "A " + type.substring(type.lastIndexOf(':') + 1) + ".");
  }

  /** Whether there is a sentence for a type. */
  public static boolean knows(String type) {
    return OF_TYPES.containsKey(type);
  }

  /** Of a resource's word that nothing is made for. */
  static String ofWord(String word) {
    String kind = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
    return OF_WORDS.getOrDefault(kind, "A resource of the fleet.");
  }
}
