package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import org.jspecify.annotations.Nullable;

/** A Google API switched on in a project. */
public final class ProjectService extends CustomResource {

  public static final String TYPE = "gcp:projects/service:Service";

  ProjectService(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Boolean> checkIfServiceHasUsageOnDestroy;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<Boolean> disableDependentServices;
    @Import @Nullable Output<Boolean> disableOnDestroy;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> service;
  }
}
