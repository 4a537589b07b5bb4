package dev.berth.declare;

import dev.berth.model.AgentId;
import dev.berth.model.Density;
import dev.berth.model.HostRules;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.SecretStore;
import dev.berth.model.Target;
import java.util.List;

/** The keys of an environment. */
public final class EnvironmentKeys {

  private static final Key<Written<Target>> TARGET =
      Key.required("target", "Where its agents run.", CloudRules.TARGET);
  private static final Key<Written<Density>> DENSITY =
      Key.optional(
          "density",
          "How requests follow from limits: balanced reserves 100m and 1Gi, guaranteed all of it;"
              + " balanced unless written.",
          CloudRules.DENSITY);

  /** What the target {@code gke} needs as well. */
  public static final Key<Written<String>> PROJECT =
      Key.optional(
          "project", "The Google Cloud project's id; the target gke needs it.", CloudRules.PROJECT);

  /** What the target {@code gke} needs as well. */
  public static final Key<Written<String>> REGION =
      Key.optional("region", "The cluster's region; the target gke needs it.", CloudRules.REGION);

  private static final Key<Written<String>> BUCKET =
      Key.required(
          "bucket", "The bucket's name, unique in all of Google Cloud.", CloudRules.BUCKET);
  private static final Key<Written<String>> LOCATION =
      Key.required("location", "Where the bucket keeps its bytes.", CloudRules.LOCATION);

  /** What the target {@code gke} needs as well. */
  public static final Key<EnvironmentDeclaration.Knowledge> KNOWLEDGE =
      Key.optional(
          "knowledge",
          "The bucket that holds the fleet's knowledge; the target gke needs it.",
          new Keys<>(
              "`knowledge`",
              List.of(BUCKET, LOCATION),
              (at, values) ->
                  new EnvironmentDeclaration.Knowledge(
                      values.must(BUCKET), values.must(LOCATION))));

  private static final Key<Written<Boolean>> CLUSTER_NETWORK_POLICY =
      Key.optional(
          "clusterNetworkPolicy",
          "Whether the cluster has the kind ClusterNetworkPolicy, to deny what no host name may"
              + " open; false unless written.",
          CloudRules.CLUSTER_NETWORK_POLICY);
  private static final Key<Written<String>> METRICS =
      Key.optional(
          "metrics",
          "Who may scrape agents' metrics, on TCP 9464; nobody unless written.",
          CloudRules.METRICS);

  /** Of the target {@code kubernetes} alone. */
  public static final Key<Written<HostRules>> HOST_NAMES =
      Key.optional(
          "hostNames",
          "Who enforces host names; for the target kubernetes, nobody unless written.",
          CloudRules.HOST_NAMES);

  /** Of the target {@code kubernetes} alone. */
  public static final Key<Written<String>> STORAGE_CLASS =
      Key.optional(
          "storageClass",
          "The storage class of agents' disks; for the target kubernetes, the cluster's default"
              + " unless written.",
          CloudRules.STORAGE_CLASS);

  /** Of the target {@code local} alone. */
  public static final Key<List<Written<AgentId>>> AGENTS =
      Key.optional(
          "agents",
          "On the target local, the agents that `berth up` starts when it is told none; all of them"
              + " unless written.",
          new ListOf<>(new Leaf<>(Rules.AGENT)));

  /** Of the target {@code local} alone. */
  public static final Key<Written<ModelId>> MODEL =
      Key.optional(
          "model",
          "On the target local, the model of every agent in place of its own; berth/echo needs no"
              + " account.",
          Rules.MODEL.like(ModelId.ECHO.toString()));

  /** Of the target {@code local} alone. */
  public static final Key<Written<String>> MODEL_SERVER =
      Key.optional(
          "modelServer",
          "On the target local, an OpenAI-compatible server that answers for every model, such as"
              + " Ollama's; the providers' own servers unless written.",
          CloudRules.MODEL_SERVER);

  /** Of the target {@code local} alone. */
  public static final Key<Written<Boolean>> CHANNELS =
      Key.optional(
          "channels",
          "On the target local, whether agents answer on their channels; false unless written, as a"
              + " bot answers from one place at a time.",
          CloudRules.CHANNELS);

  private static final Key<List<Named<Name, PoolDeclaration>>> POOLS =
      Key.optional(
          "pools",
          "Node pools; the first is where agents run that name none. One of e2-medium called agents"
              + " unless written.",
          new MapOf<>("a pool", Rules.NAME.like("agents"), PoolKeys.SHAPE, true));

  private static final Key<Written<SecretStore.Kind>> STORE =
      Key.required(
          "store",
          "Where they are: Secret Manager read by GKE's add-on or by External Secrets, Vault, or"
              + " Kubernetes Secrets that Berth only refers to.",
          CloudRules.STORE);

  /** What the store {@code vault} needs as well. */
  public static final Key<Written<String>> SERVER =
      Key.optional(
          "server",
          "Vault's address; the store vault needs it, no other has it.",
          CloudRules.SERVER);

  private static final Key<EnvironmentDeclaration.Secrets> SECRETS =
      Key.optional(
          "secrets",
          "Where agents' secrets are and what brings them into pods; secret-manager on the target"
              + " gke and kubernetes on the target kubernetes unless written.",
          new Keys<>(
              "`secrets`",
              List.of(STORE, SERVER),
              (at, values) ->
                  new EnvironmentDeclaration.Secrets(values.must(STORE), values.get(SERVER))));

  static final Keys<EnvironmentDeclaration> SHAPE =
      new Keys<>(
          "an environment",
          List.of(
              TARGET,
              DENSITY,
              PROJECT,
              REGION,
              KNOWLEDGE,
              SECRETS,
              CLUSTER_NETWORK_POLICY,
              METRICS,
              HOST_NAMES,
              STORAGE_CLASS,
              AGENTS,
              MODEL,
              MODEL_SERVER,
              CHANNELS,
              POOLS),
          (at, values) ->
              new EnvironmentDeclaration(
                  at,
                  values.must(TARGET),
                  values.get(DENSITY),
                  values.get(PROJECT),
                  values.get(REGION),
                  values.get(KNOWLEDGE),
                  values.get(CLUSTER_NETWORK_POLICY),
                  values.get(METRICS),
                  values.get(HOST_NAMES),
                  values.get(STORAGE_CLASS),
                  values.get(AGENTS),
                  values.get(MODEL),
                  values.get(MODEL_SERVER),
                  values.get(CHANNELS),
                  values.all(POOLS),
                  values.get(SECRETS)));

  private EnvironmentKeys() {}
}
