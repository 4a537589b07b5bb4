package dev.berth.deploy.pulumi;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine this runs on. */
final class ThisHost {

  private ThisHost() {}

  /** False when in doubt: a lock is only taken away from who surely is gone. */
  static boolean ranAndIsGone(String host, long pid) {
    return host.equals(name()) && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** As the kernel tells it, which is where Pulumi asks. */
  static String name() {
    try {
      Path kernel = Path.of("/proc/sys/kernel/hostname");
      return Files.exists(kernel)
          ? Files.readString(kernel).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException unknown) {
      return "";
    }
  }
}
