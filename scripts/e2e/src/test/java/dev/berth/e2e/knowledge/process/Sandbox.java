package dev.berth.e2e.knowledge.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an image as a pod does, without a container engine: its entrypoint as process 1 of a user
 * that is nobody here, with no capability, on a root that is read-only but for what is mounted.
 *
 * <p>This machine's Java stands in for the base image's.
 *
 * @param home what is mounted at /var/lib/openclaw
 * @param store what is mounted at /store
 */
record Sandbox(Image image, Path home, Path store) {

  private static final String USER = "10001";

  /** The command that runs the image with these arguments. */
  List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-user",
                "--unshare-pid",
                "--as-pid-1",
                "--unshare-ipc",
                "--die-with-parent",
                "--uid",
                USER,
                "--gid",
                USER,
                "--cap-drop",
                "ALL"));
    command.addAll(List.of("--ro-bind", image.root().resolve("app").toString(), "/app"));
    command.addAll(List.of("--ro-bind", "/usr", "/usr"));
    for (String name : List.of("/lib", "/lib64")) {
      if (Files.exists(Path.of(name))) {
        command.addAll(List.of("--ro-bind", name, name));
      }
    }
    // Debian keeps the configuration of its Java here.
    for (String name : List.of("/etc/java-17-openjdk", "/etc/ssl", "/etc/hosts")) {
      command.addAll(List.of("--ro-bind-try", name, name));
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    command.addAll(List.of("--bind", home.toString(), "/var/lib/openclaw"));
    command.addAll(List.of("--bind", store.toString(), "/store", "--remount-ro", "/"));
    command.add("--clearenv");
    image.environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    List<String> entrypoint = image.entrypoint();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(entrypoint.subList(1, entrypoint.size()));
    command.addAll(arguments);
    return command;
  }
}
