package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.CloudResource;
import dev.berth.model.IamGrant;
import dev.berth.model.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One agent's role on one named resource, as its file's {@code iam:} asks. */
public record ResourceGrant(
    AgentId id, PlatformNames names, IamGrant grant, Joined member, Origin because)
    implements FleetResource {

  @Override
  public String type() {
    return switch (grant.on().kind()) {
      case TOPIC -> "gcp:pubsub/topicIAMMember:TopicIAMMember";
      case SUBSCRIPTION -> "gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember";
      case SECRET -> "gcp:secretmanager/secretIamMember:SecretIamMember";
      case REPOSITORY -> "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember";
      case DATASET -> "gcp:bigquery/datasetIamMember:DatasetIamMember";
      case FOLDER -> "gcp:storage/managedFolderIamMember:ManagedFolderIamMember";
    };
  }

  @Override
  public String name() {
    return id + "/" + grant.on() + "/" + grant.role().substring("roles/".length());
  }

  @Override
  public Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("project", names.project());
    inputs.put(property(grant.on().kind()), grant.on().name());
    if (grant.on().kind() == CloudResource.Kind.REPOSITORY) {
      inputs.put("location", names.region());
    }
    inputs.put("role", grant.role());
    inputs.put("member", member);
    grant
        .until()
        .ifPresent(
            last ->
                inputs.put(
                    "condition",
                    Inputs.of(
                        "title", "until " + last,
                        "expression",
                            "request.time < timestamp(\"" + last.plusDays(1) + "T00:00:00Z\")")));
    return Collections.unmodifiableMap(inputs);
  }

  private static String property(CloudResource.Kind kind) {
    return kind == CloudResource.Kind.SECRET ? "secretId" : kind.toString();
  }
}
