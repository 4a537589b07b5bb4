package dev.berth.plan;

import dev.berth.model.AgentId;

/**
 * An agent as IAM knows it: its Kubernetes ServiceAccount, without a Google service account or a
 * key (https://cloud.google.com/iam/docs/principal-identifiers).
 */
final class Identity {

  private Identity() {}

  /** {@code principal://…/subject/ns/<team>/sa/<agent>}; the path takes the project's number. */
  static Joined of(PlatformNames names, AgentId id) {
    return Joined.of(
        "principal://iam.googleapis.com/projects/",
        Ref.PROJECT_NUMBER,
        "/locations/global/workloadIdentityPools/"
            + names.workloadPool()
            + "/subject/ns/"
            + id.team()
            + "/sa/"
            + id.agent());
  }
}
