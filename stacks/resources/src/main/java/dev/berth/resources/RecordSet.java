package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a zone of Cloud DNS answers for one name. */
public final class RecordSet extends CustomResource {

  public static final String TYPE = "gcp:dns/recordSet:RecordSet";

  RecordSet(String name, Args args, CustomResourceOptions options) {
    super(TYPE, name, args, options);
  }

  static final class Args extends FilledArgs {
    @Import @Nullable Output<String> deletionPolicy;
    @Import @Nullable Output<String> managedZone;
    @Import @Nullable Output<String> name;
    @Import @Nullable Output<String> project;
    @Import @Nullable Output<Map<String, Object>> routingPolicy;
    @Import @Nullable Output<List<Object>> rrdatas;
    @Import @Nullable Output<Integer> ttl;
    @Import @Nullable Output<String> type;
  }
}
