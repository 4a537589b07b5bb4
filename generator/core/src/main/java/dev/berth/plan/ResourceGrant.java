package dev.berth.plan;

import dev.berth.model.CloudResource;
import dev.berth.model.IamGrant;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A role on one named resource for one agent, or for all agents of a team, as {@code iam:} asks.
 *
 * @param owner {@code team/agent}, or the team alone
 * @param bucket where folders are
 */
public record ResourceGrant(
    String owner, PlatformNames names, String bucket, IamGrant grant, Joined member, Origin because)
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
    String name = grant.on() + "/" + grant.role().substring("roles/".length());
    // What stands behind a second slash is an agent's.
    return owner + "/" + (owner.contains("/") ? name : name.replace('/', '-'));
  }

  @Override
  public Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    String name = grant.on().name();
    switch (grant.on().kind()) {
      case TOPIC, SUBSCRIPTION -> inputs.put(grant.on().kind().toString(), name);
      case SECRET -> inputs.put("secretId", name);
      case DATASET -> inputs.put("datasetId", name);
      case REPOSITORY -> {
        inputs.put("repository", name);
        inputs.put("location", names.region());
      }
      case FOLDER -> {
        inputs.put("bucket", bucket);
        inputs.put("managedFolder", SharedFolder.path(new Name(name)));
      }
    }
    if (grant.on().kind() != CloudResource.Kind.FOLDER) {
      inputs.put("project", names.project());
    }
    inputs.put("role", grant.role());
    inputs.put("member", spelled());
    grant
        .until()
        .filter(last -> grant.endsByItself())
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

  /**
   * A dataset keeps a list of its own and no policy; there the provider takes {@code
   * iamMember:principal://…} for such a member, and nothing else
   * (https://github.com/hashicorp/terraform-provider-google, iam_bigquery_dataset.go).
   */
  private Joined spelled() {
    return grant.on().kind() == CloudResource.Kind.DATASET ? member.behind("iamMember:") : member;
  }
}
