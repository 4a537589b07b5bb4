package dev.berth.e2e.knowledge.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that everything is built from. */
final class Checkout {

  private Checkout() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("fleet.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not in a checkout of Berth");
      }
    }
    return folder;
  }

  static Path file(String name) {
    return root().resolve(name);
  }
}
