package dev.berth.plan;

import dev.berth.model.Origin;
import java.util.List;
import java.util.Map;

/**
 * The bucket knowledge lives in: every version kept for a while, nothing public, one policy a
 * folder.
 *
 * @param bucket its globally unique name
 * @param location e.g. {@code EU}
 */
public record KnowledgeBucket(PlatformNames names, String bucket, String location, Origin because)
    implements PlatformResource {

  /**
   * How long a deleted version can be brought back, whoever deleted it: an agent that may write its
   * folder may delete there too, versions that are not current among it
   * (https://cloud.google.com/storage/docs/soft-delete).
   */
  private static final int SOFT_DELETE_SECONDS = 30 * 24 * 3600;

  /**
   * A version that is not current goes after so long, and by its age alone: what knowledge is made
   * of is created once and never overwritten, so nothing newer of the same name ever comes.
   */
  private static final int NONCURRENT_DAYS = 90;

  @Override
  public String type() {
    return "gcp:storage/bucket:Bucket";
  }

  @Override
  public String name() {
    return bucket;
  }

  @Override
  public Map<String, Object> inputs() {
    return Inputs.of(
        "project",
        names.project(),
        "name",
        bucket,
        "location",
        location,
        "storageClass",
        "STANDARD",
        "uniformBucketLevelAccess",
        true,
        "publicAccessPrevention",
        "enforced",
        "forceDestroy",
        false,
        "versioning",
        Inputs.of("enabled", true),
        "softDeletePolicy",
        Inputs.of("retentionDurationSeconds", SOFT_DELETE_SECONDS),
        "lifecycleRules",
        List.of(
            Inputs.of(
                "action", Inputs.of("type", "Delete"),
                "condition",
                    Inputs.of(
                        "withState", "ARCHIVED", "daysSinceNoncurrentTime", NONCURRENT_DAYS))),
        "labels",
        NodePool.labels(names));
  }

  @Override
  public boolean guarded() {
    return true;
  }

  @Override
  public List<String> after() {
    return List.of(ApiService.STORAGE);
  }
}
