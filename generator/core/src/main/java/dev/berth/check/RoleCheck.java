package dev.berth.check;

import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.RoleDiagnostic;
import dev.berth.model.CloudResource;
import dev.berth.model.RoleCatalogue;
import java.util.List;
import java.util.Locale;

/** Whether a role is one of the few an agent may have on a resource. */
record RoleCheck(List<Diagnostic> wrong) {

  private static final RoleCatalogue ROLES = RoleCatalogue.builtIn();
  private static final String PREDEFINED = "roles/";

  /** Services whose roles reach into the cluster agents run in. */
  private static final List<String> OF_CLUSTERS = List.of("container", "gkehub", "gkebackup");

  /** Those that only mean something where jobs run: on a project. */
  private static final List<String> FOR_QUERIES =
      List.of(
          "roles/bigquery.jobUser",
          "roles/bigquery.user",
          "roles/bigquery.readSessionUser",
          "roles/bigquery.studioUser");

  void check(Written<String> written, CloudResource on) {
    if (ROLES.role(on.kind(), written.value()).isEmpty()) {
      wrong.add(refused(written, on));
    }
  }

  private static Diagnostic refused(Written<String> written, CloudResource on) {
    String role = written.value();
    List<String> allowed = ROLES.on(on.kind()).stream().map(RoleCatalogue.Role::name).toList();
    String smaller = allowed.get(0);
    if (!role.startsWith(PREDEFINED)) {
      return new RoleDiagnostic.CustomRole(written.at(), written.width(), role, smaller);
    }
    int dot = role.indexOf('.');
    if (dot < 0) {
      return new RoleDiagnostic.BasicRole(written.at(), written.width(), role, smaller);
    }
    String service = role.substring(PREDEFINED.length(), dot);
    if (service.equals("iam") || role.endsWith("TokenCreator")) {
      return new RoleDiagnostic.ImpersonatingRole(written.at(), written.width(), role, smaller);
    }
    if (OF_CLUSTERS.contains(service)) {
      return new RoleDiagnostic.ClusterRole(written.at(), written.width(), role, smaller);
    }
    String lower = role.toLowerCase(Locale.ROOT);
    if (lower.endsWith("admin") || lower.endsWith("owner")) {
      return new RoleDiagnostic.AdminRole(written.at(), written.width(), role, smaller);
    }
    if (on.kind() == CloudResource.Kind.DATASET && FOR_QUERIES.contains(role)) {
      return new RoleDiagnostic.QueryRole(written.at(), written.width(), role, smaller);
    }
    String own = smaller.substring(PREDEFINED.length(), smaller.indexOf('.'));
    return service.equals(own)
        ? new RoleDiagnostic.RoleNotAllowed(
            written.at(), written.width(), role, on.kind().toString(), allowed, smaller)
        : new RoleDiagnostic.RoleOfOtherService(
            written.at(), written.width(), role, on.toString(), own, smaller);
  }
}
