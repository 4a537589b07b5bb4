package dev.berth.e2e.openclaw.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * {@code openclaw config validate --json} of one installed version.
 *
 * @param folder holds node_modules/openclaw
 */
record RealValidator(Path folder) {

  /** What is set where it runs. */
  static final Set<String> VARIABLES = Set.of("HOME", "PATH");

  private static final int MOST_SECONDS = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What it said.
   *
   * @param refused paths of what it refuses; empty when it is valid
   * @param warned paths of what it warns of
   */
  record Said(Set<String> refused, Set<String> warned) {}

  /** Of the version in the folder that a variable names; the lane sets it. */
  static RealValidator in(String variable) {
    String folder = System.getenv(variable);
    if (folder == null) {
      throw new IllegalStateException(variable + " is not set: run scripts/e2e/openclaw");
    }
    return new RealValidator(Path.of(folder));
  }

  String version() throws IOException {
    return JSON.readTree(folder.resolve("node_modules/openclaw/package.json").toFile())
        .get("version")
        .textValue();
  }

  Said judge(String configuration, Path scratch) throws IOException, InterruptedException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Path home = Files.createDirectory(scratch.resolve("home"), ownerOnly);
    Path file =
        Files.createDirectory(scratch.resolve("config"), ownerOnly).resolve("openclaw.json");
    Path said = scratch.resolve("said.json");
    Files.writeString(file, configuration);
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "node",
                    folder.resolve("node_modules/openclaw/openclaw.mjs").toString(),
                    "config",
                    "validate",
                    "--json"))
            .redirectOutput(said.toFile())
            .redirectError(scratch.resolve("complained.txt").toFile());
    String path = builder.environment().get("PATH");
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                path,
                "HOME",
                home.toString(),
                "OPENCLAW_STATE_DIR",
                scratch.resolve("state").toString(),
                "OPENCLAW_CONFIG_PATH",
                file.toString(),
                "OPENCLAW_CONFIG_READONLY",
                "1",
                "OPENCLAW_OFFLINE",
                "1",
                "OPENCLAW_NO_AUTO_UPDATE",
                "1"));
    Process process = builder.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("openclaw config validate did not end");
    }
    JsonNode verdict = JSON.readTree(said.toFile());
    if (verdict.path("valid").asBoolean() != (process.exitValue() == 0)) {
      throw new IOException("exit " + process.exitValue() + " with " + verdict);
    }
    return new Said(paths(verdict.path("issues")), paths(verdict.path("warnings")));
  }

  private static Set<String> paths(JsonNode list) {
    Set<String> paths = new TreeSet<>();
    list.forEach(each -> paths.add(each.path("path").asText()));
    return paths;
  }
}
