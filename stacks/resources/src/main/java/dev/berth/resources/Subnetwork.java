package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A range of a VPC network in one region. */
public final class Subnetwork extends CustomResource {

  public static final String TYPE = "gcp:compute/subnetwork:Subnetwork";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "selfLink", refs = String.class, tree = "[0]")
  @Nullable Output<String> selfLink;

  Subnetwork(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Boolean> allowSubnetCidrRoutesOverlap;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<String> externalIpv6Prefix;
    @Import @Nullable Output<String> internalIpv6Prefix;
    @Import @Nullable Output<String> ipCidrRange;
    @Import @Nullable Output<String> ipCollection;
    @Import @Nullable Output<String> ipv6AccessType;
    @Import @Nullable Output<Map<String, Object>> logConfig;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> network;
    @Import @Nullable Output<Map<String, Object>> params;
    @Import @Nullable Output<Boolean> privateIpGoogleAccess;
    @Import @Nullable Output<String> privateIpv6GoogleAccess;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> purpose;
    @Import @Nullable Output<String> region;
    @Import @Nullable Output<String> reservedInternalRange;
    @Import @Nullable Output<String> resolveSubnetMask;
    @Import @Nullable Output<String> role;
    @Import @Nullable Output<List<Object>> secondaryIpRanges;
    @Import @Nullable Output<Boolean> sendSecondaryIpRangeIfEmpty;
    @Import @Nullable Output<String> stackType;
  }
}
