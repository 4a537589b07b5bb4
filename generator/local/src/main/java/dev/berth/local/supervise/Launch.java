package dev.berth.local.supervise;

import dev.berth.local.gateway.GatewayVariables;
import dev.berth.local.place.EnvironmentFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a supervisor as a process that outlives whoever starts it, and that no key pressed in a
 * terminal reaches.
 *
 * @param around variables of whoever starts it, few of which it is given
 */
record Launch(EnvironmentFolder environment, Map<String, String> around) {

  /** A supervisor waits most of the time and remembers little: small, and started at once. */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx40m",
          "-Xss512k",
          "-Xshare:auto",
          "-Xlog:disable",
          "-XX:-UsePerfData",
          "-Dfile.encoding=UTF-8");

  private static final long LONGEST_LOG_BYTES = 1 << 20;

  Process start() throws IOException {
    PrivateFiles.folder(environment.folder());
    Path log = environment.log();
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG_BYTES) {
      Files.move(log, GatewayLog.older(log), StandardCopyOption.REPLACE_EXISTING);
    }
    PrivateFiles.touch(log);
    List<String> command = new ArrayList<>(detached());
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(List.of("-cp", Program.classPath(environment), Main.class.getName()));
    command.add(environment.folder().toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(environment.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> !isHandedOn(name));
    // Names of files that are no ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** A key of the user's reaches a gateway by an order alone. */
  private static boolean isHandedOn(String name) {
    return name.equals("PATH") || name.equals("HOME") || GatewayVariables.isHandedOn(name);
  }

  /** A session of its own, or at least deaf to what a terminal sends. */
  private List<String> detached() {
    for (String folder : around.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path setsid = Path.of(folder, "setsid");
      if (!folder.isEmpty() && Files.isExecutable(setsid)) {
        return List.of(setsid.toString());
      }
    }
    return List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "supervisor");
  }
}
