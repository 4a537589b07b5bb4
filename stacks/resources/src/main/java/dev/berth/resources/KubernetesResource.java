package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kubernetes object of any kind: the provider takes its manifest, key by key. */
public final class KubernetesResource extends CustomResource {

  KubernetesResource(String type, String name, Args args, CustomResourceOptions options) {
    super(type, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<String> apiVersion;
    @Import @Nullable Output<Boolean> automountServiceAccountToken;
    @Import @Nullable Output<Map<String, Object>> data;
    @Import @Nullable Output<String> kind;
    @Import @Nullable Output<Map<String, Object>> metadata;
    @Import @Nullable Output<Map<String, Object>> roleRef;
    @Import @Nullable Output<List<Object>> rules;
    @Import @Nullable Output<Map<String, Object>> spec;
    @Import @Nullable Output<List<Object>> subjects;
  }
}
