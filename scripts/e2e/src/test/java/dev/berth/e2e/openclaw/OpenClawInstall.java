package dev.berth.e2e.openclaw;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * OpenClaw as npm installed it.
 *
 * @param folder holds node_modules/openclaw and, beside it, what that needs
 * @param node the program that runs it
 */
public record OpenClawInstall(Path folder, Path node) {

  /** The version the fleet pins, and the Node that the lane put first on the PATH. */
  public static OpenClawInstall pinned() {
    return of("BERTH_OPENCLAW");
  }

  /** The version before it. */
  public static OpenClawInstall previous() {
    return of("BERTH_OPENCLAW_PREVIOUS");
  }

  private static OpenClawInstall of(String variable) {
    String folder = System.getenv(variable);
    String tools = System.getenv("BERTH_TOOLS");
    if (folder == null || tools == null) {
      throw new IllegalStateException(variable + " is not set: run scripts/e2e/openclaw");
    }
    for (String entry : System.getenv("PATH").split(":", -1)) {
      Path node = Path.of(entry, "node");
      if (entry.startsWith(tools) && Files.isExecutable(node)) {
        return new OpenClawInstall(Path.of(folder), node);
      }
    }
    throw new IllegalStateException("no Node of " + tools + " is on the PATH");
  }

  /** The program itself. */
  public Path program() {
    return folder.resolve("node_modules/openclaw/openclaw.mjs");
  }
}
