package dev.berth.e2e.openclaw.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pod's volumes as folders. What the kubelet projects are links by way of {@code ..data} to files
 * that another user owns and the pod's group may read; disks and empty folders are plain ones,
 * without a limit of their size.
 *
 * @param folder one folder a volume, by its name
 */
record Volumes(Path folder) {

  /** Nobody inside: the sandbox maps one user and one group. */
  private static final int STRANGER = 1;

  static Volumes make(RenderedPod pod, Path folder) throws IOException {
    for (JsonNode volume : pod.spec().path("volumes")) {
      String name = volume.path("name").asText();
      Path made = Files.createDirectories(folder.resolve(name));
      if (!volume.has("emptyDir")) {
        project(made, name.equals("declared") ? pod.declared() : secrets(pod));
      }
    }
    // The claim's.
    Files.createDirectories(folder.resolve("state"));
    return new Volumes(folder);
  }

  private static Map<String, byte[]> secrets(RenderedPod pod) {
    Map<String, byte[]> secrets = new LinkedHashMap<>();
    for (String name : pod.delivered()) {
      // Of the form of a Telegram bot's, which is the strictest.
      secrets.put(name, ("123456789:" + secret(name)).getBytes(StandardCharsets.UTF_8));
    }
    return secrets;
  }

  /** What ends a made-up secret. */
  static String secret(String name) {
    return "made-up-" + name;
  }

  private static void project(Path volume, Map<String, byte[]> files) throws IOException {
    Path version = Files.createDirectory(volume.resolve("..2026_11_22_00_00_00.1"));
    Files.createSymbolicLink(volume.resolve("..data"), version.getFileName());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path written = Files.write(version.resolve(file.getKey()), file.getValue());
      Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("r--r-----"));
      if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
        Files.setAttribute(written, "unix:uid", STRANGER);
      }
      Files.createSymbolicLink(
          volume.resolve(file.getKey()), Path.of("..data").resolve(file.getKey()));
    }
  }

  /** What is mounted. */
  Path source(Container.Mount mount) {
    Path volume = folder.resolve(mount.volume());
    return mount.subPath().isEmpty() ? volume : volume.resolve(mount.subPath());
  }
}
