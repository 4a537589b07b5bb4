package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import org.jspecify.annotations.Nullable;

/** A Google service account. */
public final class ServiceAccount extends CustomResource {

  public static final String TYPE = "gcp:serviceaccount/account:Account";

  @Export(name = "email", refs = String.class, tree = "[0]")
  @Nullable Output<String> email;

  @Export(name = "member", refs = String.class, tree = "[0]")
  @Nullable Output<String> member;

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  ServiceAccount(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<String> accountId;
    @Import @Nullable Output<Boolean> createIgnoreAlreadyExists;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<Boolean> disabled;
    @Import @Nullable Output<String> displayName;
    @Import @Nullable Output<String> project;
  }
}
