package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.PathDiagnostic;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.source.Refusal;
import dev.berth.source.SourcePoint;
import dev.berth.source.Sources;
import java.util.ArrayList;
import java.util.List;

/** Holds against a folder what is wrong with it before any file is read. */
public final class FolderCheck {

  /** The sources themselves, when every path below the folder is one that can be read. */
  public Checked<Sources> check(Sources sources) {
    List<Diagnostic> wrong = new ArrayList<>();
    sources.refused().forEach(refusal -> wrong.add(diagnostic(refusal)));
    wrong.addAll(PathTwins.in(sources.files().keySet()));
    return Checked.of(wrong, () -> sources);
  }

  /** A refusal in the user's words. */
  public static Diagnostic diagnostic(Refusal refusal) {
    SourcePoint at = SourcePoint.startOf(refusal.path());
    return switch (refusal.reason()) {
      case SYMLINK -> new PathDiagnostic.Symlink(at);
      case NOT_A_FILE -> new PathDiagnostic.NotAFile(at);
      case NOT_A_FOLDER -> new PathDiagnostic.NotAFolder(at);
      case TOO_LARGE -> new TextDiagnostic.TooLarge(at, refusal.limitBytes());
      case UNREADABLE -> new PathDiagnostic.Unreadable(at);
      case CHANGED_WHILE_READ -> new PathDiagnostic.ChangedWhileRead(at);
      case STRAY -> new PathDiagnostic.StrayFile(at, instead(refusal.path()));
    };
  }

  /** Where a stray file would be read; empty when there is no such path. */
  private static String instead(String path) {
    String[] segments = path.split("/", -1);
    String last = segments[segments.length - 1];
    int dot = last.lastIndexOf('.');
    String stem = dot < 0 ? last : last.substring(0, dot);
    String extension = dot < 0 ? "" : last.substring(dot + 1);
    boolean yaml = extension.equalsIgnoreCase("yaml") || extension.equalsIgnoreCase("yml");
    if (path.startsWith(Sources.SOULS)) {
      return dot < 0 || extension.equalsIgnoreCase("md") || extension.equals("txt")
          ? Sources.SOULS + stem + ".md"
          : "";
    }
    if (!yaml) {
      return "";
    }
    if (segments.length == 2) {
      return Sources.AGENTS + "<team>/" + stem + ".yaml";
    }
    return path.substring(0, path.length() - last.length()) + stem + ".yaml";
  }
}
