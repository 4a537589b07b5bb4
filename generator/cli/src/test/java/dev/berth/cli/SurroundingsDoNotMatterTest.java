package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources make the same output, wherever that happens and whatever stands beside them. */
class SurroundingsDoNotMatterTest {

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir Path scratch;

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void localeAndTimeZoneChangeNothing() throws IOException {
    Map<String, String> here = everything("here");
    // Turkish has another upper case of i, and Arabic and Persian have digits of their own.
    for (String tag : new String[] {"tr-TR", "ar-EG", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva"}) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(here, everything(tag), tag);
    }
  }

  @Test
  void aNewAgentChangesNoFileOfAnother() throws IOException {
    Map<String, String> before = everything("before");
    Path after = copy("after");
    assertTrue(
        CommandRun.in(after, "new", "agent", "sales/helper", "--channel", "telegram")
            .endsWith("exit: 0\n"));
    Map<String, String> all = rendered(after);
    before.forEach(
        (path, text) -> {
          if (path.startsWith("out/teams/")) {
            assertEquals(text, all.get(path), path);
          }
        });
    assertTrue(all.containsKey("out/teams/sales/helper/values.yaml"), () -> all.keySet() + "");
    assertTrue(
        all.keySet().stream()
            .filter(path -> path.startsWith("out/teams/") && !before.containsKey(path))
            .allMatch(path -> path.startsWith("out/teams/sales/helper/")));
  }

  private Map<String, String> everything(String name) throws IOException {
    Path folder = copy(name);
    Map<String, String> all = rendered(folder);
    all.put("check", CommandRun.in(folder, "check"));
    all.put("preview", CommandRun.in(folder, "preview"));
    all.put("preview.json", CommandRun.in(folder, "preview", "--format", "json"));
    all.put("explain", CommandRun.in(folder, "explain", "support/customer"));
    all.put("help", CommandRun.in(folder, "render", "--help"));
    all.put("schema", CommandRun.in(folder, "schema", "agent"));
    Files.writeString(folder.resolve("agents/sales/broken.yaml"), "ıI: İ\n");
    all.put("wrong", CommandRun.in(folder, "check"));
    return all;
  }

  private static Map<String, String> rendered(Path folder) throws IOException {
    String said = CommandRun.in(folder, "render", "--out", "out", "--no-helm");
    Map<String, String> files = CommandRun.files(folder);
    files.keySet().removeIf(path -> !path.startsWith("out/"));
    files.put("said", said);
    assertTrue(said.endsWith("exit: 0\n"), said);
    return files;
  }

  private Path copy(String name) throws IOException {
    Path folder = scratch.resolve(name);
    for (String each : new String[] {"fleet.yaml", "waivers.yaml", "agents", "souls"}) {
      CommandRun.copy(CommandRun.HOME.resolve(each), folder.resolve(each));
    }
    return folder;
  }
}
