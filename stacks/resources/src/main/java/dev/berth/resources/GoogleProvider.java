package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** The Google Cloud provider, at the version every input is checked against. */
public final class GoogleProvider extends ProviderResource {

  public static final String VERSION = "10.2.0";

  /**
   * @param project its id
   */
  public GoogleProvider(String name, String project, String region) {
    super(
        "gcp",
        name,
        new Args(Output.of(project), Output.of(region)),
        CustomResourceOptions.builder().version(VERSION).build());
  }

  static final class Args extends ResourceArgs {
    @Import final Output<String> project;
    @Import final Output<String> region;

    Args(Output<String> project, Output<String> region) {
      this.project = project;
      this.region = region;
    }
  }
}
