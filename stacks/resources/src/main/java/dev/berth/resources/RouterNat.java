package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Cloud NAT: the way out for nodes without public addresses. */
public final class RouterNat extends CustomResource {

  public static final String TYPE = "gcp:compute/routerNat:RouterNat";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  RouterNat(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<String> autoNetworkTier;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<List<Object>> drainNatIps;
    @Import @Nullable Output<Boolean> enableDynamicPortAllocation;
    @Import @Nullable Output<Boolean> enableEndpointIndependentMapping;
    @Import @Nullable Output<List<Object>> endpointTypes;
    @Import @Nullable Output<Integer> icmpIdleTimeoutSec;
    @Import @Nullable Output<List<Object>> initialNatIps;
    @Import @Nullable Output<Map<String, Object>> logConfig;
    @Import @Nullable Output<Integer> maxPortsPerVm;
    @Import @Nullable Output<Integer> minPortsPerVm;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<List<Object>> nat64Subnetworks;
    @Import @Nullable Output<String> natIpAllocateOption;
    @Import @Nullable Output<List<Object>> natIps;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> region;
    @Import @Nullable Output<String> router;
    @Import @Nullable Output<List<Object>> rules;
    @Import @Nullable Output<String> sourceSubnetworkIpRangesToNat;
    @Import @Nullable Output<String> sourceSubnetworkIpRangesToNat64;
    @Import @Nullable Output<List<Object>> subnetworks;
    @Import @Nullable Output<Integer> tcpEstablishedIdleTimeoutSec;
    @Import @Nullable Output<Integer> tcpTimeWaitTimeoutSec;
    @Import @Nullable Output<Integer> tcpTransitoryIdleTimeoutSec;
    @Import @Nullable Output<String> type;
    @Import @Nullable Output<Integer> udpIdleTimeoutSec;
  }
}
