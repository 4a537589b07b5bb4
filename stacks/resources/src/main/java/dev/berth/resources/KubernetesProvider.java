package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** The Kubernetes provider, at the version Berth is tested with. */
public final class KubernetesProvider extends ProviderResource {

  public static final String VERSION = "4.34.2";

  /**
   * @param kubeconfig its text; holds no credential, only the name of the program that gets one
   */
  private KubernetesProvider(String name, Output<String> kubeconfig) {
    super(
        "kubernetes",
        name,
        new Args(kubeconfig),
        CustomResourceOptions.builder().version(VERSION).build());
  }

  /**
   * For the control plane of a GKE cluster.
   *
   * @param endpoint its DNS name, without a scheme
   */
  public static KubernetesProvider of(Output<String> cluster, Output<String> endpoint) {
    return new KubernetesProvider(
        "kubernetes",
        Output.tuple(cluster, endpoint).applyValue(known -> Kubeconfig.text(known.t1, known.t2)));
  }

  static final class Args extends ResourceArgs {
    @Import final Output<String> kubeconfig;
    @Import final Output<Boolean> enableServerSideApply = Output.of(true);

    Args(Output<String> kubeconfig) {
      this.kubeconfig = kubeconfig;
    }
  }
}
