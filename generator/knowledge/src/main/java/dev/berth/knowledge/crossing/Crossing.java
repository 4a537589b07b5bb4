package dev.berth.knowledge.crossing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What may cross, by name alone: the one list. What it does not name stays where it is.
 *
 * <p>What never crosses is compared without regard to case: some file systems hold {@code .ENV} and
 * {@code .env} to be one.
 */
public final class Crossing {

  /**
   * One line of the list.
   *
   * @param crosses false for what never does, whatever another line says
   * @param names one with a slash at its end is a folder and all below it, else anything but a
   *     folder; a {@code *} at the start or the end stands for any text; a line that never crosses
   *     holds in every folder of the workspace, or in one place when it starts with a slash
   * @param what in a few words
   */
  public record Line(boolean crosses, List<String> names, String what) {
    public Line {
      names = List.copyOf(names);
    }
  }

  private static final List<Line> TABLE =
      List.of(
          new Line(true, List.of("/workspace/"), "the agent's own files"),
          new Line(true, List.of("/openclaw.json"), "its configuration, without values of secrets"),
          never(
              "settings with secrets in them",
              ".env .env/ .env.* .env-* .env_* .env~ .envrc *.env"),
          never(
              "databases, which no copy of a file holds whole; also by content",
              "*.sqlite *.sqlite3 *.db *.sqlite-wal *.sqlite3-wal *.db-wal *.sqlite-shm"
                  + " *.sqlite3-shm *.db-shm *.sqlite-journal *.sqlite3-journal *.db-journal"),
          never("credentials", "credentials/ auth-profiles.json"),
          never("sessions", "sessions/"),
          never("what is installed again: plugins and packages", "node_modules/ .openclaw/"),
          never("caches", "cache/ .cache/ .npm/ __pycache__/"),
          never(
              "keys and logins of other programs",
              ".ssh/ .gnupg/ .aws/ .azure/ .docker/ .kube/ .config/gcloud/ .netrc _netrc .npmrc"
                  + " .pypirc .pgpass .git-credentials"),
          never(
              "private keys and key stores",
              "id_rsa id_dsa id_ecdsa id_ecdsa_sk id_ed25519 id_ed25519_sk *.pem *.key *.p12"
                  + " *.pfx *.ppk *.jks *.keystore *.kdbx"),
          never("shared folders: each comes from its own store", "/workspace/shared/"),
          never("the same, should it be no folder", "/workspace/shared"),
          never("what Berth itself remembers", ".knowledge/"));

  private static final String WORKSPACE = "workspace";
  private static final String CONFIGURATION = "openclaw.json";

  private static final Set<String> PLACES = new HashSet<>();
  private static final Set<String> FOLDERS = new HashSet<>();
  private static final Set<String> FILES = new HashSet<>();
  private static final Set<String> ENDS = new HashSet<>();
  private static final Set<String> STARTS = new HashSet<>();

  static {
    TABLE.stream()
        .filter(line -> !line.crosses())
        .flatMap(line -> line.names().stream())
        .forEach(Crossing::index);
  }

  private Crossing() {}

  /** The whole list, in the order in which people read it. */
  public static List<Line> table() {
    return TABLE;
  }

  /**
   * Why a name stays where it is, or empty when it may cross.
   *
   * @param folder whether it is a folder itself; what is before its last slash always is
   */
  public static Optional<LeftOut.Reason> refuses(KnowledgePath path, boolean folder) {
    return allowed(path.text(), folder) && !neverCrosses(path.text(), folder)
        ? Optional.empty()
        : Optional.of(LeftOut.Reason.NEVER);
  }

  private static boolean allowed(String text, boolean folder) {
    return folder
        ? text.equals(WORKSPACE) || text.startsWith(WORKSPACE + "/")
        : text.equals(CONFIGURATION) || text.startsWith(WORKSPACE + "/");
  }

  private static boolean neverCrosses(String text, boolean folder) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    String parent = "";
    for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', start)) {
      String part = lower.substring(start, slash);
      if (isFolderRefused(lower.substring(0, slash), parent, part)) {
        return true;
      }
      parent = part;
      start = slash + 1;
    }
    String last = lower.substring(start);
    return folder
        ? isFolderRefused(lower, parent, last)
        : PLACES.contains("/" + lower) || isFileRefused(last);
  }

  private static boolean isFolderRefused(String whole, String parent, String part) {
    return FOLDERS.contains(part)
        || FOLDERS.contains(parent + "/" + part)
        || PLACES.contains("/" + whole + "/");
  }

  private static boolean isFileRefused(String name) {
    if (FILES.contains(name) || STARTS.stream().anyMatch(name::startsWith)) {
      return true;
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (ENDS.contains(name.substring(dot))) {
        return true;
      }
    }
    return false;
  }

  private static void index(String name) {
    if (name.startsWith("/")) {
      PLACES.add(name);
    } else if (name.endsWith("/")) {
      FOLDERS.add(name.substring(0, name.length() - 1));
    } else if (name.startsWith("*")) {
      ENDS.add(name.substring(1));
    } else if (name.endsWith("*")) {
      STARTS.add(name.substring(0, name.length() - 1));
    } else {
      FILES.add(name);
    }
  }

  private static Line never(String what, String names) {
    return new Line(false, Arrays.asList(names.split(" ", -1)), what);
  }
}
