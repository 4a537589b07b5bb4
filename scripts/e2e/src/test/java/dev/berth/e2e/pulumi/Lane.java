package dev.berth.e2e.pulumi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of its own for one test: Pulumi's home with the stand-in plugins, the state, the
 * pretended cloud and the two project folders.
 */
record Lane(Path folder) {

  static final String PASSPHRASE = "only-for-this-lane";
  static final Map<String, String> PLUGINS = Map.of("gcp", "10.2.0", "kubernetes", "4.34.2");

  static Lane in(Path folder) throws IOException, InterruptedException {
    Lane lane = new Lane(folder.toAbsolutePath());
    Files.createDirectories(lane.state());
    for (String project : List.of("platform", "fleet")) {
      Path from = Path.of("../../stacks", project, "Pulumi.yaml");
      Files.createDirectories(lane.project(project));
      Files.copy(from, lane.project(project).resolve("Pulumi.yaml"));
    }
    for (Map.Entry<String, String> plugin : PLUGINS.entrySet()) {
      lane.install(plugin.getKey(), plugin.getValue());
    }
    return lane;
  }

  Path state() {
    return folder.resolve("state");
  }

  Path project(String name) {
    return folder.resolve("stacks").resolve(name);
  }

  Cloud cloud() {
    return new Cloud(folder.resolve("cloud"));
  }

  /** For the engine and, through it, for the plugins. */
  Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "PULUMI_HOME",
                folder.resolve("home").toString(),
                "PULUMI_BACKEND_URL",
                state().toUri().toString(),
                "PULUMI_CONFIG_PASSPHRASE",
                PASSPHRASE,
                "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
                "true",
                "PULUMI_SKIP_UPDATE_CHECK",
                "1",
                "STANDIN_CLOUD",
                cloud().folder().toString()));
    all.putAll(more);
    return all;
  }

  Map<String, String> environmentWithoutPassphrase() {
    Map<String, String> all = environment(Map.of());
    all.remove("PULUMI_CONFIG_PASSPHRASE");
    return all;
  }

  /** The plugin is a script that starts {@link StandIn} in a JVM of its own. */
  private void install(String name, String version) throws IOException, InterruptedException {
    Path script = Files.createDirectories(folder.resolve(name)).resolve("pulumi-resource-" + name);
    Files.writeString(
        script,
        """
        #!/bin/sh
        STANDIN_VERSION=%s exec java -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \\
          -cp '%s' %s "$@"
        """
            .formatted(version, System.getProperty("java.class.path"), StandIn.class.getName()));
    Files.setPosixFilePermissions(
        script, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    Path archive = folder.resolve(name + ".tar.gz");
    run(script.getParent(), "tar", "czf", archive.toString(), script.getFileName().toString());
    run(
        folder,
        "pulumi",
        "plugin",
        "install",
        "resource",
        name,
        version,
        "--file",
        archive.toString());
  }

  /** Runs a command to its end and returns all it said. */
  String run(Path in, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder.environment().putAll(environment(Map.of()));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + said);
    }
    return said;
  }

  /** Everything the state holds, as text. */
  String stateText() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(state())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }
}
