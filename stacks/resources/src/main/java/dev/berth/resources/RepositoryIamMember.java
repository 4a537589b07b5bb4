package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One role for one member on an artifact repository. */
public final class RepositoryIamMember extends CustomResource {

  public static final String TYPE = "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember";

  RepositoryIamMember(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> condition;
    @Import @Nullable Output<String> location;
    @Import @Nullable Output<String> member;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> repository;
    @Import @Nullable Output<String> role;
  }
}
