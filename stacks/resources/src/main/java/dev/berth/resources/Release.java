package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.berth.plan.HelmRelease;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Helm release, made by the Kubernetes provider with Helm's own library. */
public final class Release extends CustomResource {

  public static final String TYPE = HelmRelease.TYPE;

  Release(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Boolean> atomic;
    @Import @Nullable Output<String> chart;
    @Import @Nullable Output<Boolean> cleanupOnFail;
    @Import @Nullable Output<Boolean> createNamespace;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<Boolean> lint;
    @Import @Nullable Output<Integer> maxHistory;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> namespace;
    @Import @Nullable Output<Boolean> skipAwait;
    @Import @Nullable Output<Boolean> skipCrds;
    @Import @Nullable Output<Integer> timeout;
    @Import @Nullable Output<Map<String, Object>> values;
    @Import @Nullable Output<String> version;
    @Import @Nullable Output<Boolean> waitForJobs;
  }
}
