package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One role for one member on a dataset. The provider writes the dataset's whole list of access
 * again and leaves authorized views out of it
 * (https://www.pulumi.com/registry/packages/gcp/api-docs/bigquery/datasetiammember).
 */
public final class DatasetIamMember extends CustomResource {

  public static final String TYPE = "gcp:bigquery/datasetIamMember:DatasetIamMember";

  DatasetIamMember(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<Map<String, Object>> condition;
    @Import @Nullable Output<String> datasetId;
    @Import @Nullable Output<String> member;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<String> role;
  }
}
