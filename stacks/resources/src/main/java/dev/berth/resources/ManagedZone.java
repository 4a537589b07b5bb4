package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A zone of Cloud DNS. */
public final class ManagedZone extends CustomResource {

  public static final String TYPE = "gcp:dns/managedZone:ManagedZone";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  ManagedZone(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> cloudLoggingConfig;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<String> dnsName;
    @Import @Nullable Output<Map<String, Object>> dnssecConfig;
    @Import @Nullable Output<Boolean> forceDestroy;
    @Import @Nullable Output<Map<String, Object>> forwardingConfig;
    @Import @Nullable Output<Map<String, Object>> labels;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<Map<String, Object>> peeringConfig;
    @Import @Nullable Output<Map<String, Object>> privateVisibilityConfig;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<Boolean> reverseLookup;
    @Import @Nullable Output<Map<String, Object>> serviceDirectoryConfig;
    @Import @Nullable Output<String> visibility;
  }
}
