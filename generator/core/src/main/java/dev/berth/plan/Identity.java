package dev.berth.plan;

import dev.berth.model.AgentId;
import dev.berth.model.Name;

/**
 * Agents as IAM knows them: each is its Kubernetes ServiceAccount, without a Google service account
 * or a key (https://cloud.google.com/iam/docs/principal-identifiers).
 */
final class Identity {

  private Identity() {}

  /** {@code principal://…/subject/ns/<team>/sa/<agent>}; the path takes the project's number. */
  static Joined of(PlatformNames names, AgentId id) {
    return of("principal", names, "/subject/ns/" + id.team() + "/sa/" + id.agent());
  }

  /** Every agent of a team: {@code principalSet://…/namespace/<team>}. */
  static Joined of(PlatformNames names, Name team) {
    return of("principalSet", names, "/namespace/" + team);
  }

  private static Joined of(String scheme, PlatformNames names, String who) {
    return Joined.of(
        scheme + "://iam.googleapis.com/projects/",
        Ref.PROJECT_NUMBER,
        "/locations/global/workloadIdentityPools/" + names.workloadPool() + who);
  }
}
