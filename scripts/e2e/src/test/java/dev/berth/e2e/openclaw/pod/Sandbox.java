package dev.berth.e2e.openclaw.pod;

import dev.berth.e2e.openclaw.OpenClawInstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs a container of a pod without a container engine: as a user that is nobody here, with no
 * capability and no way to gain one, in namespaces of its own, on a root that is read-only but for
 * its volumes. This machine's programs stand in for the base image's, and the packages of npm for
 * the image's own files, where it has them: /app.
 *
 * @param etc the few files of /etc that the kubelet writes
 * @param more what else an image brings
 */
record Sandbox(OpenClawInstall openclaw, Volumes volumes, Path etc, String host, List<Extra> more) {

  /** Another file or folder, which may be written to only where a test says so. */
  record Extra(Path source, Path place, boolean readOnly) {}

  private static final String USER = "10001";

  static Sandbox make(OpenClawInstall openclaw, Volumes volumes, Path etc, String host)
      throws IOException {
    // Debian's Java has its configuration there, for the image that needs it.
    Files.createDirectories(etc.resolve(KnowledgeImage.JAVA_CONFIGURATION.getFileName()));
    Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost " + host + "\n");
    // A name server that nobody can reach from there.
    Files.writeString(etc.resolve("resolv.conf"), "nameserver 10.0.0.10\n");
    return new Sandbox(openclaw, volumes, etc, host, List.of());
  }

  /** The same with more in it. */
  Sandbox with(List<Extra> extras) {
    return new Sandbox(openclaw, volumes, etc, host, List.copyOf(extras));
  }

  /** Options of bwrap that run {@code words} as this container. */
  List<String> options(Container container, List<String> words) {
    List<String> options =
        new ArrayList<>(List.of("--unshare-user", "--unshare-pid", "--as-pid-1", "--unshare-ipc"));
    options.addAll(List.of("--unshare-uts", "--hostname", host, "--die-with-parent"));
    options.addAll(List.of("--uid", USER, "--gid", USER, "--cap-drop", "ALL"));
    for (String name : List.of("/usr", "/bin", "/lib", "/lib64")) {
      options.addAll(List.of("--ro-bind-try", name, name));
    }
    Path modules = openclaw.folder().resolve("node_modules");
    bind(options, true, modules.resolve("openclaw"), "/app");
    // What the package needs is found one folder above it.
    bind(options, true, modules, "/node_modules");
    bind(options, true, openclaw.node().getParent(), "/usr/local/bin");
    bind(options, true, etc, "/etc");
    options.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    more.forEach(each -> bind(options, each.readOnly(), each.source(), each.place().toString()));
    // A mount below another comes after it, as the kubelet does it.
    container.mounts().stream()
        .sorted(Comparator.comparing(Container.Mount::path))
        .forEach(each -> bind(options, each.readOnly(), volumes.source(each), each.path()));
    options.addAll(List.of("--remount-ro", "/", "--clearenv"));
    options.addAll(List.of("--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin"));
    container
        .environment()
        .forEach((name, value) -> options.addAll(List.of("--setenv", name, value)));
    options.addAll(words);
    return options;
  }

  private static void bind(List<String> options, boolean readOnly, Path source, String place) {
    options.addAll(List.of(readOnly ? "--ro-bind" : "--bind", source.toString(), place));
  }
}
