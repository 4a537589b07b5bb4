package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {

  private static final Optional<LeftOut.Reason> NEVER = Optional.of(LeftOut.Reason.NEVER);

  /** With a slash at its end it is a folder. */
  private static Optional<LeftOut.Reason> refuses(String name) {
    boolean folder = name.endsWith("/");
    String plain = folder ? name.substring(0, name.length() - 1) : name;
    return Crossing.refuses(KnowledgePath.of(plain), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openclaw.json",
        "workspace/",
        "workspace/SOUL.md",
        "workspace/a/b/c/d.md",
        "workspace/.hidden",
        // Look-alikes of what never crosses.
        "workspace/environment.md",
        "workspace/.environment",
        "workspace/env",
        "workspace/env.md",
        "workspace/my.envelope",
        "workspace/database.md",
        "workspace/database",
        "workspace/db",
        "workspace/a.db.md",
        "workspace/a.dbx",
        "workspace/sqlite.md",
        "workspace/keys.md",
        "workspace/key",
        "workspace/monkey",
        "workspace/a.key.pub",
        "workspace/pem",
        "workspace/id_rsa.pub",
        "workspace/id_rsa_notes.md",
        "workspace/credentials",
        "workspace/credentials.md",
        "workspace/credentials-how-to/",
        "workspace/sessions",
        "workspace/sessions.md",
        "workspace/my-sessions/",
        "workspace/cache",
        "workspace/cached/",
        "workspace/node_modules.md",
        "workspace/node_modules_old/",
        "workspace/ssh/",
        "workspace/aws/",
        "workspace/.config/",
        "workspace/.config/gcloud",
        "workspace/.config/gcloud-notes/",
        "workspace/gcloud/",
        "workspace/config/gcloud/",
        "workspace/x.config/gcloud/",
        "workspace/notes/shared/",
        "workspace/notes/shared/a.md",
        "workspace/shared.md",
        "workspace/shared-with-me/",
        "workspace/netrc",
        "workspace/npmrc.md",
        "workspace/auth-profiles.md",
        "workspace/.knowledge",
        "workspace/knowledge/",
        "workspace/openclaw/",
        "workspace/openclaw.json",
        "workspace/workspace/a.md",
        "workspace/.git/config",
      })
  void thisCrosses(String name) {
    assertEquals(Optional.empty(), refuses(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace",
        "Workspace/",
        "WORKSPACE/a.md",
        "workspace-old/x",
        "workspace.bak/x",
        "workspaces/x",
        "openclaw.json/",
        "openclaw.json/x",
        "openclaw.json.bak",
        "Openclaw.json",
        "openclaw.jsonc",
        "agents/",
        "credentials/discord.json",
        "notes.md",
        ".env",
        ".knowledge/lock",
        "shared/faq/a.md",
        // Any case, any depth.
        "workspace/.ENV",
        "workspace/.Env",
        "workspace/a/b/.env.local",
        "workspace/.env.example",
        "workspace/.env~",
        "workspace/.envrc",
        "workspace/prod.env",
        "workspace/.env/a.md",
        "workspace/a/Node_Modules/b/c.js",
        "workspace/A.DB",
        "workspace/a.db-wal",
        "workspace/A.Sqlite3-Journal",
        "workspace/.db",
        "workspace/.key",
        "workspace/server.PEM",
        "workspace/.config/gcloud/",
        "workspace/.config/gcloud/a",
        "workspace/a/.Config/GCloud/a/b",
        "workspace/shared/",
        "workspace/shared",
        "workspace/shared/faq/a.md",
        "workspace/Shared/faq/a.md",
        "workspace/sessions/a.md",
        "workspace/a/credentials/b",
        "workspace/.knowledge/lock",
        "workspace/a/.ssh/config",
        "workspace/ID_RSA",
      })
  void thisStays(String name) {
    assertEquals(NEVER, refuses(name));
  }

  private static Stream<String> namesThatNeverCross() {
    return Crossing.table().stream()
        .filter(line -> !line.crosses())
        .flatMap(line -> line.names().stream());
  }

  /** No line may be there for show. */
  @ParameterizedTest
  @MethodSource("namesThatNeverCross")
  void everyNameOnTheListHolds(String name) {
    List<String> places =
        name.startsWith("/")
            ? List.of(name.substring(1))
            : List.of("workspace/" + name, "workspace/a/b/" + name);
    for (String place : places) {
      String example = place.replace("*", "x");
      String loud = "workspace" + example.substring(9).toUpperCase(Locale.ROOT);
      assertEquals(NEVER, refuses(example));
      assertEquals(NEVER, refuses(loud));
      if (name.endsWith("/")) {
        assertEquals(NEVER, refuses(example + "a.md"));
        assertEquals(NEVER, refuses(loud + "a/b.md"));
      }
    }
  }

  @Test
  void aNameOnTheListIsWrittenSmallAndOnce() {
    List<String> names = namesThatNeverCross().toList();
    assertEquals(names, names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    assertEquals(names.size(), names.stream().distinct().count());
    assertFalse(names.contains(""));
  }
}
