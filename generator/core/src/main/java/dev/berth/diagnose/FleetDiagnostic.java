package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong between declarations that are each legal alone. */
public sealed interface FleetDiagnostic extends Diagnostic
    permits FleetDiagnostic.FolderNotGranted,
        KnowledgeDiagnostic,
        AgentDiagnostic,
        GrantDiagnostic,
        ResourceDiagnostic,
        RoleDiagnostic,
        QuotaDiagnostic,
        PoolDiagnostic,
        NetworkDiagnostic,
        NameDiagnostic,
        StoreDiagnostic,
        WaiverDiagnostic {

  /** An agent uses a shared folder its team was not given. */
  record FolderNotGranted(
      SourcePoint at, String folder, String team, String teamFile, String owner, String access)
      implements FleetDiagnostic {
    @Override
    public int width() {
      return folder.length();
    }

    @Override
    public String what() {
      return "team " + team + " has no access to the knowledge folder `" + folder + "`";
    }

    @Override
    public String mend() {
      return "add `"
          + folder
          + ": "
          + access
          + "` under `knowledge:` in "
          + teamFile
          + ", or ask its owner, "
          + owner;
    }
  }
}
