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

  /**
   * An agent wants more of a shared folder than its team was given.
   *
   * @param less what to write here instead, e.g. {@code faq: read-only}
   */
  record AccessNotGranted(
      SourcePoint at,
      int width,
      String folder,
      String wanted,
      String granted,
      String team,
      String teamFile,
      String less)
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
          + less
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

  /** Every agent of the fleet would have a folder that not every team was given. */
  record FolderNotGrantedToAll(
      SourcePoint at, String folder, String access, List<String> teams, List<String> teamFiles)
      implements KnowledgeDiagnostic {

    private static final int MOST_NAMED = 3;

    @Override
    public int width() {
      return folder.length();
    }

    @Override
    public String what() {
      return "every agent would have the knowledge folder `"
          + folder
          + "` "
          + access
          + ", and "
          + (teams.size() == 1 ? "team " : "the teams ")
          + named(teams)
          + (teams.size() == 1 ? " was" : " were")
          + " not given that";
    }

    @Override
    public String mend() {
      return "add `" + folder + ": " + access + "` under `knowledge:` in " + named(teamFiles);
    }

    private static String named(List<String> all) {
      String first = String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())));
      return all.size() <= MOST_NAMED
          ? first
          : first + " and " + (all.size() - MOST_NAMED) + " more";
    }
  }
}
