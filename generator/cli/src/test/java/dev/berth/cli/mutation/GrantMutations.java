package dev.berth.cli.mutation;

import static dev.berth.cli.mutation.Mutation.seen;
import static dev.berth.cli.mutation.Mutation.unseen;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who may do what on Google Cloud: what a team's stack must not come to hold. */
final class GrantMutations {

  static final String FOLDER = "gcp:storage/managedFolderIamMember:ManagedFolderIamMember";
  private static final String PROJECT = "gcp:projects/iAMMember:IAMMember";

  private GrantMutations() {}

  static List<Mutation> all() {
    return List.of(
        unseen(
            "storage_managed_folder_iam_member: member = \"allUsers\"",
            "grant-member",
            put("allUsers", "member")),
        unseen(
            "storage_managed_folder_iam_member: role = \"roles/storage.admin\"",
            "grant-role",
            put("roles/storage.admin", "role")),
        unseen(
            "storage_managed_folder_iam_member: member = \"user:someone@example.com\"",
            "grant-member",
            put("user:someone@example.com", "member")),
        seen(
            "storage_bucket_iam_member allUsers viewer added",
            "grant-wide",
            mutant ->
                mutant.add(
                    "gcp:storage/bucketIAMMember:BucketIAMMember",
                    "x",
                    Map.of(
                        "bucket", "acme-agents-dev-knowledge",
                        "role", "roles/storage.objectViewer",
                        "member", "allUsers"),
                    false)),
        unseen(
            "project_iam_member: principal:// roles/storage.objectAdmin",
            "grant-wide",
            onProject("roles/storage.objectAdmin")),
        seen(
            "project_iam_member: principal:// roles/editor",
            "grant-wide",
            onProject("roles/editor")),
        seen(
            "project_iam_member: principal:// roles/iam.workloadIdentityUser",
            "grant-wide",
            onProject("roles/iam.workloadIdentityUser")),
        unseen(
            "service_account_key added",
            "account-key",
            mutant ->
                mutant.add(
                    "gcp:serviceaccount/key:Key",
                    "x",
                    Map.of("serviceAccountId", "berth-dev-nodes"),
                    false)));
  }

  private static Consumer<Mutant> put(Object value, String key) {
    return mutant -> Mutant.put(mutant.of(FOLDER, "support/" + Mutant.AGENT), value, key);
  }

  /** The agent's own identity, on all of the project. */
  private static Consumer<Mutant> onProject(String role) {
    return mutant ->
        mutant.add(
            PROJECT,
            "x",
            Map.of(
                "project",
                "acme-agents-dev",
                "role",
                role,
                "member",
                Mutant.at(mutant.of(FOLDER, "support/" + Mutant.AGENT), "member")),
            false);
  }
}
