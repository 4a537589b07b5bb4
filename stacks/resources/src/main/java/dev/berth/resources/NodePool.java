package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node pool of a GKE cluster. */
public final class NodePool extends CustomResource {

  public static final String TYPE = "gcp:container/nodePool:NodePool";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  NodePool(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> autoscaling;
    @Import @Nullable Output<Map<String, Object>> bestEffortProvisioning;
    @Import @Nullable Output<String> cluster;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<Boolean> ignoreNodeCountChanges;
    @Import @Nullable Output<Integer> initialNodeCount;
    @Import @Nullable Output<String> location;
    @Import @Nullable Output<List<Object>> maintenancePolicies;
    @Import @Nullable Output<Map<String, Object>> management;
    @Import @Nullable Output<Integer> maxPodsPerNode;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> namePrefix;
    @Import @Nullable Output<Map<String, Object>> networkConfig;
    @Import @Nullable Output<Map<String, Object>> nodeConfig;
    @Import @Nullable Output<Integer> nodeCount;
    @Import @Nullable Output<List<Object>> nodeDrainConfigs;
    @Import @Nullable Output<List<Object>> nodeLocations;
    @Import @Nullable Output<Map<String, Object>> placementPolicy;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<Map<String, Object>> queuedProvisioning;
    @Import @Nullable Output<Map<String, Object>> upgradeSettings;
    @Import @Nullable Output<String> version;
  }
}
