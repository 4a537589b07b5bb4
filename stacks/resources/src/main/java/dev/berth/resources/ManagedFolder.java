package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import org.jspecify.annotations.Nullable;

/** A folder of a bucket with an access policy of its own. */
public final class ManagedFolder extends CustomResource {

  public static final String TYPE = "gcp:storage/managedFolder:ManagedFolder";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "bucket", refs = String.class, tree = "[0]")
  @Nullable Output<String> bucket;

  ManagedFolder(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<String> bucket;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<Boolean> forceDestroy;
    @Import @Nullable Output<String> name;
  }
}
