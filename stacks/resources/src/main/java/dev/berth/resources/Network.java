package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VPC network. */
public final class Network extends CustomResource {

  public static final String TYPE = "gcp:compute/network:Network";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "selfLink", refs = String.class, tree = "[0]")
  @Nullable Output<String> selfLink;

  Network(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Boolean> autoCreateSubnetworks;
    @Import @Nullable Output<Boolean> bgpAlwaysCompareMed;
    @Import @Nullable Output<String> bgpBestPathSelectionMode;
    @Import @Nullable Output<String> bgpInterRegionCost;
    @Import @Nullable Output<Boolean> deleteBgpAlwaysCompareMed;
    @Import @Nullable Output<Boolean> deleteDefaultRoutesOnCreate;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<Boolean> enableUlaInternalIpv6;
    @Import @Nullable Output<String> internalIpv6Range;
    @Import @Nullable Output<Integer> mtu;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> networkFirewallPolicyEnforcementOrder;
    @Import @Nullable Output<String> networkProfile;
    @Import @Nullable Output<Map<String, Object>> params;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> routingMode;
  }
}
