package dev.berth.rules.objects;

import static dev.berth.rules.objects.ObjectRule.error;

import dev.berth.rules.objects.ObjectRule.Found;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may do what on Google Cloud. No scanner looks at the grants isolation rests on, those on
 * managed folders.
 */
final class GoogleGrants {

  private static final String IAM = "https://cloud.google.com/iam/docs/using-iam-securely";

  /** A grant for one member, added to what others have. */
  private static final Pattern MEMBER = Pattern.compile("gcp:.*(?i:iammember)");

  /** A grant that replaces what others have. */
  private static final Pattern REPLACING = Pattern.compile("gcp:.*(?i:iam(?:binding|policy))");

  /** On all of a project or more, or on all of a bucket. */
  private static final Pattern WIDE =
      Pattern.compile("gcp:(?:projects|folder|organizations|billing|storage/bucket)[/I].*");

  private static final String FOLDER_MEMBER =
      "gcp:storage/managedFolderIamMember:ManagedFolderIamMember";
  private static final String NODE_ROLE = "roles/container.defaultNodeServiceAccount";

  private static final Set<String> FOLDER_ROLES =
      Set.of(
          "roles/storage.objectViewer", "roles/storage.objectCreator", "roles/storage.objectUser");

  /** Roles that let their holder give rights, act as another, or do everything. */
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "roles/(?:owner|editor|viewer|container\\..*|iam\\..*|resourcemanager\\..*"
              + "|.*(?i:admin|owner|policy|tokencreator|serviceaccountuser).*)");

  static final List<ObjectRule> RULES =
      List.of(
          error(
              "grant-member",
              "a grant to everybody, to a person or to another team's agent is no agent's",
              "https://cloud.google.com/iam/docs/principal-identifiers",
              "grant to principal:// of this team's agent, or to principalSet:// of this team",
              GoogleGrants::members),
          error(
              "grant-wide",
              "a role on a project or a bucket is a role on everybody's secrets and knowledge",
              IAM,
              "grant the role on the one resource that is needed",
              GoogleGrants::wide),
          error(
              "grant-role",
              "whoever may give rights, or act as another, may do everything",
              IAM,
              "grant roles/storage.objectViewer or objectUser on a folder, and elsewhere a role"
                  + " that reads or writes and does no more",
              GoogleGrants::roles),
          error(
              "grant-replaces",
              "a binding or a policy takes away what others were granted",
              "https://cloud.google.com/iam/docs/granting-changing-revoking-access",
              "use a member resource, which only adds",
              (set, found) ->
                  set.objects().stream()
                      .filter(each -> REPLACING.matcher(each.kind()).matches())
                      .forEach(each -> found.at(each, each.at("role"), "replaces others"))),
          error(
              "account-key",
              "a key is a password that lies in a file and never expires",
              "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
              "remove the key: agents have an identity without one",
              (set, found) ->
                  set.of("gcp:serviceaccount/key:Key")
                      .forEach(each -> found.at(each, each.at("serviceAccountId"), "has a key"))));

  private GoogleGrants() {}

  private static List<RenderedObject> grants(ObjectSet set) {
    return set.objects().stream().filter(each -> MEMBER.matcher(each.kind()).matches()).toList();
  }

  private static void members(ObjectSet set, Found found) {
    String team = Pattern.quote(set.namespace());
    Pattern agents =
        Pattern.compile(
            "principal(?:Set)?://iam\\.googleapis\\.com/projects/[^/]+/locations/global"
                + "/workloadIdentityPools/"
                + Pattern.quote(set.identities())
                + "/(?:subject/ns/"
                + team
                + "/sa/[a-z0-9-]+|namespace/"
                + team
                + ")");
    for (RenderedObject grant : grants(set)) {
      Field member = grant.at("member");
      boolean known =
          set.platform()
              ? isNodes(grant) || isOfGoogle(member)
              : agents.matcher(member.text()).matches();
      if (!known) {
        found.at(grant, member, member.shown());
      }
    }
  }

  /** The account of nodes, made beside it. */
  private static boolean isNodes(RenderedObject grant) {
    return grant.at("member").text().matches("serviceAccount:\\$\\{[a-z0-9-]+-nodes\\.email}");
  }

  /** An agent of a Google service, such as the one that uses a key for a bucket. */
  private static boolean isOfGoogle(Field member) {
    return member.text().matches("serviceAccount:[^@]+@[a-z0-9-]+\\.iam\\.gserviceaccount\\.com")
        && member.text().toLowerCase(Locale.ROOT).contains("service-");
  }

  private static void wide(ObjectSet set, Found found) {
    for (RenderedObject grant : grants(set)) {
      boolean nodes = set.platform() && isNodes(grant) && grant.at("role").is(NODE_ROLE);
      if (WIDE.matcher(grant.kind()).matches() && !nodes) {
        found.at(grant, grant.at("role"), "is granted on all of " + target(grant));
      }
    }
  }

  private static String target(RenderedObject grant) {
    return grant.at("bucket").absent() ? "a project" : "a bucket";
  }

  private static void roles(ObjectSet set, Found found) {
    for (RenderedObject grant : grants(set)) {
      Field role = grant.at("role");
      boolean legal =
          grant.kind().equals(FOLDER_MEMBER)
              ? FOLDER_ROLES.contains(role.text())
              : role.is(NODE_ROLE) || !TOO_MUCH.matcher(role.text()).matches();
      if (!legal) {
        found.at(grant, role, role.shown());
      }
    }
  }
}
