package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong with what an agent knows: its soul and its folders. */
public sealed interface KnowledgeDiagnostic extends FleetDiagnostic {

  /** A soul nobody wrote. */
  record NoSuchSoul(SourcePoint at, int width, String soul, List<String> souls)
      implements KnowledgeDiagnostic {
    @Override
    public String what() {
      return "there is no file souls/" + soul + ".md";
    }

    @Override
    public String mend() {
      return Nearest.to(soul, souls)
          .map(near -> "write `soul: " + near + "`, or create souls/" + soul + ".md")
          .orElse("create souls/" + soul + ".md");
    }
  }

  /** An agent wants more of a shared folder than its team was given. */
  record AccessNotGranted(
      SourcePoint at,
      int width,
      String folder,
      String wanted,
      String granted,
      String team,
      String teamFile)
      implements KnowledgeDiagnostic {
    @Override
    public String what() {
      return "team "
          + team
          + " has the knowledge folder `"
          + folder
          + "` "
          + granted
          + ", which does not cover "
          + wanted;
    }

    @Override
    public String mend() {
      return "write `"
          + folder
          + ": "
          + granted
          + "`, or `"
          + folder
          + ": "
          + wanted
          + "` under `knowledge:` in "
          + teamFile;
    }
  }

  /** A shared folder with a name Berth uses itself. */
  record ReservedFolder(SourcePoint at, String folder, String because)
      implements KnowledgeDiagnostic {
    @Override
    public int width() {
      return folder.length();
    }

    @Override
    public String what() {
      return "the knowledge folder `" + folder + "` cannot be shared: " + because;
    }

    @Override
    public String mend() {
      return "rename it, such as `shared-" + folder + "`";
    }
  }
}
