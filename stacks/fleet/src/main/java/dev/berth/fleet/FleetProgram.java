package dev.berth.fleet;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.StackReference;
import dev.berth.model.Environment;
import dev.berth.plan.HelmRelease;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.Plan;
import dev.berth.render.Rendered;
import dev.berth.resources.Declaration;
import dev.berth.resources.GoogleProvider;
import dev.berth.resources.KubernetesProvider;
import dev.berth.resources.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Registers the teams and agents of one shard. */
public final class FleetProgram implements Consumer<Context> {

  /** The Pulumi project. */
  public static final String PROJECT = "berth-fleet";

  /** Of the stack that made the cluster and the bucket. */
  private static final String PLATFORM_PROJECT = "berth-platform";

  private final Environment environment;
  private final Environment.Gke gke;
  private final List<Declaration> declarations;

  /**
   * @param resources of the shard's teams and then of their agents, in the order they must be made
   * @throws IllegalArgumentException when one of them cannot be registered
   */
  public FleetProgram(Environment environment, List<Rendered> resources) {
    this.environment = environment;
    this.gke = environment.gke().orElseThrow(() -> new IllegalArgumentException("not on GKE"));
    this.declarations = Declaration.all(resources);
    declarations.forEach(each -> Place.of(each.name()));
  }

  @Override
  public void accept(Context context) {
    StackReference platform =
        new StackReference(
            "%s/%s/%s"
                .formatted(
                    context.organizationName(),
                    PLATFORM_PROJECT,
                    Plan.platformStack(environment.name())));
    List<ProviderResource> providers =
        List.of(new GoogleProvider("google", gke.project(), gke.region()), kubernetes(platform));
    References references = new References(platform::requireOutput);

    Map<String, Group> groups = new HashMap<>();
    Map<String, List<CustomResource>> owned = new HashMap<>();
    for (Declaration each : declarations) {
      Place place = Place.of(each.name());
      Group team = groups.computeIfAbsent(place.team(), name -> Group.team(name, providers));
      Group owner = groups.computeIfAbsent(place.owner(), name -> Group.agent(name, team));
      CustomResource made = each.register(references, needs(each, place, owned), owner);
      owned.computeIfAbsent(place.owner(), name -> new ArrayList<>()).add(made);
    }
  }

  /** The namespace before what lives in it; walls and rights before the workload. */
  private static List<CustomResource> needs(
      Declaration each, Place place, Map<String, List<CustomResource>> owned) {
    List<CustomResource> ofTeam = owned.getOrDefault(place.team(), List.of());
    if (each.planned() instanceof HelmRelease) {
      List<CustomResource> all = new ArrayList<>(ofTeam);
      all.addAll(owned.getOrDefault(place.owner(), List.of()));
      return all;
    }
    return each.planned() instanceof KubernetesObject
        ? ofTeam.stream().filter(FleetProgram::isNamespace).toList()
        : List.of();
  }

  private static boolean isNamespace(CustomResource resource) {
    return resource.pulumiResourceType().equals("kubernetes:core/v1:Namespace");
  }

  private static KubernetesProvider kubernetes(StackReference platform) {
    return KubernetesProvider.of(text(platform, "clusterName"), text(platform, "endpoint"));
  }

  private static Output<String> text(StackReference platform, String output) {
    return platform.requireOutput(output).applyValue(Object::toString);
  }
}
