package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Set;

/** Where knowledge lies, and the keys it is locked with where there are any. */
final class GoogleStorage {

  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String FOLDER = "gcp:storage/managedFolder:ManagedFolder";
  private static final String KEY = "gcp:kms/cryptoKey:CryptoKey";
  private static final String POOL = "gcp:container/nodePool:NodePool";

  private static final String STORAGE = "https://cloud.google.com/storage/docs/best-practices";
  private static final String KMS = "https://cloud.google.com/kms/docs/key-rotation";

  /** In seconds: 90 days. */
  private static final long LONGEST_ROTATION = 7_776_000;

  private static final String[] SOFT_DELETE = {"softDeletePolicy", "retentionDurationSeconds"};

  /** In seconds: 30 days. */
  private static final long SHORTEST_SOFT_DELETE = 2_592_000;

  /** What holds what cannot be made again. */
  private static final Set<String> PRECIOUS = Set.of(GoogleCluster.CLUSTER, POOL, BUCKET, KEY);

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "bucket-public",
              "one grant by object, or one to everybody, undoes every folder's policy",
              STORAGE,
              "write uniformBucketLevelAccess: true and publicAccessPrevention: enforced",
              (set, found) ->
                  set.of(BUCKET)
                      .forEach(
                          each -> {
                            mustBe(each, true, found, "uniformBucketLevelAccess");
                            mustBe(each, "enforced", found, "publicAccessPrevention");
                          })),
          error(
              "bucket-forgets",
              "what an agent overwrites or a person deletes cannot be brought back",
              STORAGE,
              "write versioning: { enabled: true }, forceDestroy: false and a softDeletePolicy of"
                  + " 30 days",
              (set, found) -> {
                set.of(BUCKET).forEach(each -> mustBe(each, true, found, "versioning", "enabled"));
                set.of(BUCKET)
                    .map(each -> new Kept(each, each.at(SOFT_DELETE)))
                    .filter(each -> each.seconds().number() < SHORTEST_SOFT_DELETE)
                    .forEach(each -> found.at(each.bucket(), each.seconds(), "must be 30 days"));
                set.objects().stream()
                    .filter(each -> Set.of(BUCKET, FOLDER).contains(each.kind()))
                    .forEach(each -> mustBe(each, false, found, "forceDestroy"));
              }),
          error(
              "bucket-hoards",
              "old versions that never go are paid for, and kept, for ever",
              "https://cloud.google.com/storage/docs/lifecycle",
              "write a lifecycle rule that deletes old versions",
              (set, found) ->
                  set.of(BUCKET)
                      .filter(each -> each.at("lifecycleRules").empty())
                      .forEach(each -> found.at(each, each.at("lifecycleRules"), "is missing"))),
          error(
              "unguarded",
              "one wrong command takes what cannot be made again",
              "https://www.pulumi.com/docs/iac/concepts/options/protect/",
              "guard the resource: Pulumi then refuses to delete it",
              (set, found) ->
                  set.objects().stream()
                      .filter(each -> PRECIOUS.contains(each.kind()) && !each.guarded())
                      .forEach(each -> found.at(each, new Field("protect", null), "must be true"))),
          error(
              "key-unused",
              "a key that was made and locks nothing is a promise nobody keeps",
              "https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets",
              "name the key in the cluster, its pools and the bucket",
              GoogleStorage::keys),
          error(
              "key-unrotated",
              "a key that never changes opens all there ever was",
              KMS,
              "write rotationPeriod: 7776000s or less",
              (set, found) ->
                  set.of(KEY)
                      .filter(each -> !isRotated(each.at("rotationPeriod").text()))
                      .forEach(
                          each -> found.at(each, each.at("rotationPeriod"), "must be 90 days"))));

  private record Kept(RenderedObject bucket, Field seconds) {}

  private GoogleStorage() {}

  private static void mustBe(RenderedObject object, Object wanted, Found found, String... path) {
    if (!object.at(path).is(wanted)) {
      found.at(object, object.at(path), "must be " + wanted);
    }
  }

  /** Where the platform has keys of its own, they lock all that can be locked. */
  private static void keys(ObjectSet set, Found found) {
    if (set.of(KEY).findAny().isEmpty()) {
      return;
    }
    set.of(GoogleCluster.CLUSTER)
        .forEach(each -> mustBe(each, "ENCRYPTED", found, "databaseEncryption", "state"));
    set.of(POOL)
        .filter(each -> each.at("nodeConfig", "bootDiskKmsKey").absent())
        .forEach(each -> found.at(each, each.at("nodeConfig", "bootDiskKmsKey"), "is missing"));
    set.of(BUCKET)
        .filter(each -> each.at("encryption", "defaultKmsKeyName").absent())
        .forEach(each -> found.at(each, each.at("encryption", "defaultKmsKeyName"), "is missing"));
  }

  private static boolean isRotated(String period) {
    return period.matches("[0-9]{1,9}s")
        && Long.parseLong(period.substring(0, period.length() - 1)) <= LONGEST_ROTATION;
  }
}
