package dev.berth.cli;

import dev.berth.model.OpenClawVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** {@code berth version}: reads one line of fleet.yaml, so that it needs no reader and no check. */
@Command(name = "version", description = "Print the versions of Berth, OpenClaw and Java.")
final class Version implements Callable<Integer> {

  private static final int MOST_BYTES = 256 * 1024;
  private static final Pattern OPENCLAW =
      Pattern.compile("(?m)^openclaw:[ \\t]*[\"']?([-.0-9]+)[\"']?[ \\t]*(#.*)?\\r?$");

  private final Berth berth;

  Version(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Terminal terminal = berth.terminal();
    terminal.result("Berth " + ofBerth());
    berth
        .foundRoot()
        .flatMap(Version::ofOpenClaw)
        .ifPresent(version -> terminal.result("OpenClaw " + version));
    terminal.result("Java " + Runtime.version().toString());
    return Exit.DONE;
  }

  /** Berth's own, e.g. {@code 0.1.0}. */
  static String ofBerth() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("built without version.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<OpenClawVersion> ofOpenClaw(Path root) {
    try (InputStream in = Files.newInputStream(root.resolve("fleet.yaml"))) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return OPENCLAW
          .matcher(text)
          .results()
          .findFirst()
          .map((MatchResult found) -> found.group(1))
          .flatMap(OpenClawVersion::parse);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
