package dev.berth.check;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.GrantDiagnostic;
import dev.berth.model.Fleet;
import dev.berth.model.Origin;
import dev.berth.model.PrincipalCount;
import dev.berth.source.SourcePoint;
import dev.berth.source.Sources;
import java.util.List;

/** Whether every resource's policy has room for all who are granted something on it. */
record PrincipalCheck(List<Diagnostic> wrong) {

  void check(Fleet fleet) {
    for (PrincipalCount count : PrincipalCount.of(fleet)) {
      if (count.principals() > PrincipalCount.MOST) {
        wrong.add(
            new GrantDiagnostic.TooManyPrincipals(
                at(count.over()),
                count.resource(),
                count.principals(),
                PrincipalCount.MOST,
                instead(count.resource())));
      }
    }
  }

  private static SourcePoint at(Origin over) {
    return over.line() == 0
        ? SourcePoint.startOf(Sources.FLEET)
        : new SourcePoint(over.file(), over.line(), 1);
  }

  private static String instead(String resource) {
    String name = resource.substring(resource.indexOf('/') + 1);
    if (resource.startsWith("folder/")) {
      return "write `everyAgent: { knowledge: { "
          + name
          + ": read-only } }` in fleet.yaml or a team's file: that names a team once";
    }
    if (resource.startsWith("secret/")) {
      return "give each team a secret of its own, such as `apiKeys:` under `defaults:` in its file";
    }
    return "move the grant under `iam:` of `everyAgent:` in a team's file: that names a team once";
  }
}
