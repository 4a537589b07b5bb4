package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Pools, network, bucket and keys, by the names Terraform has for them. */
final class PlatformMutations {

  private static final String POOL = "gcp:container/nodePool:NodePool";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String KEY = "gcp:kms/cryptoKey:CryptoKey";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String CONFIG = "nodeConfig";

  private PlatformMutations() {}

  static List<Mutation> pools() {
    return List.of(
        seen(
            "container_node_pool: node_config.workload_metadata_config",
            "node-metadata",
            cut(POOL, CONFIG, "workloadMetadataConfig")),
        seen(
            "container_node_pool: node_config.shielded_instance_config",
            "node-boot",
            cut(POOL, CONFIG, "shieldedInstanceConfig")),
        seen(
            "container_node_pool: node_config.service_account",
            "node-account",
            cut(POOL, CONFIG, "serviceAccount")),
        seen(
            "container_node_pool: node_config.image_type",
            "node-boot",
            cut(POOL, CONFIG, "imageType")),
        seen(
            "container_node_pool: node_config.metadata",
            "node-metadata",
            cut(POOL, CONFIG, "metadata")),
        unseen(
                "container_node_pool: node_config.boot_disk_kms_key",
                "key-unused",
                cut(POOL, CONFIG, "bootDiskKmsKey"))
            .with(PlatformMutations::keys),
        unseen(
            "container_node_pool: node_config.kubelet_config",
            "node-kubelet",
            cut(POOL, CONFIG, "kubeletConfig")),
        seen("container_node_pool: management", "pool-unmanaged", cut(POOL, "management")),
        unseen("container_node_pool: autoscaling", "pool-unbounded", cut(POOL, "autoscaling")),
        unseen(
            "container_node_pool: cluster = \"berth\"",
            "pool-unlinked",
            put(POOL, "berth", "cluster")),
        seen(
            "container_node_pool: node_config.workload_metadata_config.mode = \"GCE_METADATA\"",
            "node-metadata",
            put(POOL, "GCE_METADATA", CONFIG, "workloadMetadataConfig", "mode")));
  }

  static List<Mutation> rest() {
    return List.of(
        seen("compute_subnetwork: log_config", "subnetwork-unseen", cut(SUBNETWORK, "logConfig")),
        seen(
            "compute_subnetwork: private_ip_google_access",
            "subnetwork-unseen",
            cut(SUBNETWORK, "privateIpGoogleAccess")),
        seen(
            "storage_bucket: uniform_bucket_level_access",
            "bucket-public",
            cut(BUCKET, "uniformBucketLevelAccess")),
        seen(
            "storage_bucket: public_access_prevention",
            "bucket-public",
            cut(BUCKET, "publicAccessPrevention")),
        seen("storage_bucket: versioning", "bucket-forgets", cut(BUCKET, "versioning")),
        seen("storage_bucket: logging", "", cut(BUCKET, "logging"))
            .with(put(BUCKET, Map.of("logBucket", "acme-logs"), "logging"))
            .harmless("it records and holds nothing off; none is planned, as it needs a bucket"),
        seen("storage_bucket: encryption", "key-unused", cut(BUCKET, "encryption"))
            .with(PlatformMutations::keys),
        unseen("storage_bucket: lifecycle_rule", "bucket-hoards", cut(BUCKET, "lifecycleRules")),
        unseen(
            "storage_bucket: force_destroy = true",
            "bucket-forgets",
            put(BUCKET, true, "forceDestroy")),
        seen("kms_crypto_key: rotation_period", "key-unrotated", cut(KEY, "rotationPeriod"))
            .with(PlatformMutations::keys),
        seen(
                "kms_crypto_key: prevent_destroy",
                "unguarded",
                mutant -> mutant.unguard(KEY, "cluster"))
            .with(PlatformMutations::keys),
        seen("compute_firewall removed", "firewall-missing", mutant -> mutant.drop(FIREWALL, "")));
  }

  /** Keys of one's own, in use everywhere: no environment asks for them yet. */
  static void keys(Mutant mutant) {
    mutant.add(KEY, "cluster", Map.of("name", "cluster", "rotationPeriod", "7776000s"), true);
    Mutant.put(
        mutant.of(ClusterMutations.CLUSTER, ""),
        Map.of("state", "ENCRYPTED", "keyName", "cluster"),
        "databaseEncryption");
    mutant.each(POOL, pool -> Mutant.put(pool, "disks", CONFIG, "bootDiskKmsKey"));
    mutant.each(
        BUCKET, bucket -> Mutant.put(bucket, Map.of("defaultKmsKeyName", "k"), "encryption"));
  }

  private static Consumer<Mutant> cut(String kind, String... path) {
    return mutant -> Mutant.cut(mutant.of(kind, ""), path);
  }

  private static Consumer<Mutant> put(String kind, Object value, String... path) {
    return mutant -> Mutant.put(mutant.of(kind, ""), value, path);
  }
}
