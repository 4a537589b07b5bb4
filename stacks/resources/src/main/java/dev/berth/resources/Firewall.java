package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A firewall rule of a VPC network. */
public final class Firewall extends CustomResource {

  public static final String TYPE = "gcp:compute/firewall:Firewall";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "selfLink", refs = String.class, tree = "[0]")
  @Nullable Output<String> selfLink;

  Firewall(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<List<Object>> allows;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<List<Object>> denies;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<List<Object>> destinationRanges;
    @Import @Nullable Output<String> direction;
    @Import @Nullable Output<Boolean> disabled;
    @Import @Nullable Output<Boolean> enableLogging;
    @Import @Nullable Output<Map<String, Object>> logConfig;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> network;
    @Import @Nullable Output<Map<String, Object>> params;
    @Import @Nullable Output<Integer> priority;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<List<Object>> sourceRanges;
    @Import @Nullable Output<List<Object>> sourceServiceAccounts;
    @Import @Nullable Output<List<Object>> sourceTags;
    @Import @Nullable Output<List<Object>> targetServiceAccounts;
    @Import @Nullable Output<List<Object>> targetTags;
  }
}
