package dev.berth.local.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Nodes of this machine.
 *
 * @param tools the folder of Berth's own
 */
record Nodes(SearchPath path, Path tools) {

  private static final int MOST_SECONDS = 60;

  /**
   * A Node, whatever its version.
   *
   * @param version empty when it does not say one
   */
  record Found(Path file, Optional<NodeVersion> version) {
    boolean fits() {
      return version.map(NodeVersion::fits).orElse(false);
    }
  }

  /** The folder that Berth's own is in, or will be. */
  Path ownFolder() {
    return tools.resolve("node-" + NodeVersion.OWN).resolve("bin");
  }

  /** Berth's own, there or not. */
  Path own() {
    return ownFolder().resolve("node");
  }

  /** The first that fits: of the PATH, else Berth's own. */
  Optional<Path> fitting() throws InterruptedException {
    for (Path each : Stream.concat(path.all("node").stream(), ownIfThere()).toList()) {
      if (asked(each).fits()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The first of the PATH, fitting or not. */
  Optional<Found> first() throws InterruptedException {
    Optional<Path> first = path.all("node").stream().findFirst();
    return first.isEmpty() ? Optional.empty() : Optional.of(asked(first.get()));
  }

  private Stream<Path> ownIfThere() {
    return Files.isExecutable(own()) ? Stream.of(own()) : Stream.empty();
  }

  private static Found asked(Path node) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(node.toString(), "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Found(node, Optional.empty());
      }
      byte[] said = process.getInputStream().readAllBytes();
      return new Found(node, NodeVersion.parse(new String(said, StandardCharsets.US_ASCII)));
    } catch (IOException noProgram) {
      return new Found(node, Optional.empty());
    }
  }
}
