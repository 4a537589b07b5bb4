package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Cloud Router: what a NAT hangs on. */
public final class Router extends CustomResource {

  public static final String TYPE = "gcp:compute/router:Router";

  @Export(name = "name", refs = String.class, tree = "[0]")
  @Nullable Output<String> name;

  @Export(name = "selfLink", refs = String.class, tree = "[0]")
  @Nullable Output<String> selfLink;

  Router(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> bgp;
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> description;
    @Import @Nullable Output<Boolean> encryptedInterconnectRouter;
    @Import @Nullable Output<Map<String, Object>> md5AuthenticationKeys;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> nccGateway;
    @Import @Nullable Output<String> network;
    @Import @Nullable Output<Map<String, Object>> params;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> region;
  }
}
