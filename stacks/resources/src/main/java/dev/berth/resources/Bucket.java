package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Cloud Storage bucket. */
public final class Bucket extends CustomResource {

  public static final String TYPE = "gcp:storage/bucket:Bucket";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "url", refs = String.class, tree = "[0]")
  @Nullable Output<String> url;

  Bucket(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> autoclass;
    @Import @Nullable Output<List<Object>> cors;
    @Import @Nullable Output<Map<String, Object>> customPlacementConfig;
    @Import @Nullable Output<Boolean> defaultEventBasedHold;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<Boolean> enableObjectRetention;
    @Import @Nullable Output<Map<String, Object>> encryption;
    @Import @Nullable Output<Boolean> forceDestroy;
    @Import @Nullable Output<Map<String, Object>> hierarchicalNamespace;
    @Import @Nullable Output<Map<String, Object>> ipFilter;
    @Import @Nullable Output<Map<String, Object>> labels;
    @Import @Nullable Output<List<Object>> lifecycleRules;
    @Import @Nullable Output<String> location;
    @Import @Nullable Output<Map<String, Object>> logging;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> publicAccessPrevention;
    @Import @Nullable Output<Boolean> requesterPays;
    @Import @Nullable Output<Map<String, Object>> retentionPolicy;
    @Import @Nullable Output<String> rpo;
    @Import @Nullable Output<Map<String, Object>> softDeletePolicy;
    @Import @Nullable Output<String> storageClass;
    @Import @Nullable Output<Boolean> uniformBucketLevelAccess;
    @Import @Nullable Output<Map<String, Object>> versioning;
    @Import @Nullable Output<Map<String, Object>> website;
  }
}
