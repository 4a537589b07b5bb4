package dev.berth.platform;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.berth.model.Environment;
import dev.berth.plan.KubernetesObject;
import dev.berth.plan.Ref;
import dev.berth.render.Rendered;
import dev.berth.resources.Bucket;
import dev.berth.resources.Cluster;
import dev.berth.resources.Declaration;
import dev.berth.resources.GoogleProvider;
import dev.berth.resources.KubernetesProvider;
import dev.berth.resources.ProjectService;
import dev.berth.resources.References;
import java.util.List;
import java.util.function.Consumer;

/** Registers the platform of one environment and hands the fleet stacks what they need of it. */
public final class PlatformProgram implements Consumer<Context> {

  /** The Pulumi project. */
  public static final String PROJECT = "berth-platform";

  /** The DNS name of the control plane, among a cluster's outputs. */
  private static final String ENDPOINT = "controlPlaneEndpointsConfig.dnsEndpointConfig.endpoint";

  private final Environment.Gke gke;
  private final List<Declaration> declarations;

  /**
   * @param resources the plan's platform, in the order it must be made
   * @throws IllegalArgumentException when one of them cannot be registered
   */
  public PlatformProgram(Environment environment, List<Rendered> resources) {
    this.gke = environment.gke().orElseThrow(() -> new IllegalArgumentException("not on GKE"));
    this.declarations = Declaration.all(resources);
    one(Cluster.TYPE);
    one(Bucket.TYPE);
  }

  private String one(String type) {
    List<String> names =
        declarations.stream()
            .filter(each -> each.type().equals(type))
            .map(Declaration::name)
            .toList();
    if (names.size() != 1) {
      throw new IllegalArgumentException("a platform has one " + type + ", not " + names);
    }
    return names.get(0);
  }

  @Override
  public void accept(Context context) {
    GoogleProvider google = new GoogleProvider("google", gke.project(), gke.region());
    References references =
        new References(
            output -> {
              throw new IllegalArgumentException("the platform refers to itself: " + output);
            });
    declarations.stream()
        .filter(each -> !inCluster(each))
        .forEach(each -> each.register(references, google));
    Output<String> clusterName = text(references, new Ref(one(Cluster.TYPE), "name"));
    Output<String> endpoint = text(references, new Ref(one(Cluster.TYPE), ENDPOINT));
    List<Declaration> objects = declarations.stream().filter(PlatformProgram::inCluster).toList();
    if (!objects.isEmpty()) {
      KubernetesProvider kubernetes = KubernetesProvider.of(clusterName, endpoint);
      objects.forEach(each -> each.register(references, kubernetes));
    }
    context
        .export("projectNumber", ProjectNumber.of(gke.project(), google, services(references)))
        .export("clusterName", clusterName)
        .export("endpoint", endpoint)
        .export("bucket", text(references, new Ref(one(Bucket.TYPE), "name")));
  }

  /** What belongs to the whole cluster, and so to no team's stack. */
  private static boolean inCluster(Declaration each) {
    return each.planned() instanceof KubernetesObject;
  }

  /** In a new project the number can be asked for only once the APIs are on. */
  private Resource[] services(References references) {
    return declarations.stream()
        .filter(each -> each.type().equals(ProjectService.TYPE))
        .map(each -> references.resource(each.name()))
        .toArray(Resource[]::new);
  }

  private static Output<String> text(References references, Ref ref) {
    return references.output(ref).applyValue(Object::toString);
  }
}
