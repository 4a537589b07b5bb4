package dev.berth.cli;

import dev.berth.knowledge.work.WorkingCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The folder that holds an agent's files on this machine. */
final class HomeFolder {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "The folder of workspace/ and openclaw.json; by default this one, if it holds one of"
              + " them, and of an agent of this machine its own.")
  private Optional<Path> home;

  /** As the command line names it. */
  HomeFolder() {
    this.home = Optional.empty();
  }

  HomeFolder(Path home) {
    this.home = Optional.of(home);
  }

  /** One that is there; of an agent of this machine its own, unless another is named. */
  WorkingCopy existing(Surroundings around, KnowledgePlace place) {
    return of(place).existing(around);
  }

  /** The same that may be made yet. */
  WorkingCopy named(Surroundings around, KnowledgePlace place) {
    return of(place).named(around);
  }

  private HomeFolder of(KnowledgePlace place) {
    return home.isEmpty() && place.home().isPresent() ? new HomeFolder(place.home().get()) : this;
  }

  /** One that is there. */
  WorkingCopy existing(Surroundings around) {
    WorkingCopy copy = named(around);
    if (!Files.isDirectory(copy.home())) {
      throw Stop.usage(
          "there is no folder %s\nmend: name the one that holds workspace/ with `--home DIR`"
              .formatted(home.orElse(copy.home())));
    }
    return copy;
  }

  /** One that may be made yet. */
  WorkingCopy named(Surroundings around) {
    Path here = around.folder();
    if (home.isEmpty()
        && !Files.isDirectory(here.resolve("workspace"))
        && !Files.isRegularFile(here.resolve("openclaw.json"))) {
      throw Stop.usage(
          "this folder holds neither workspace/ nor openclaw.json\nmend: name the agent's home"
              + " with `--home DIR`");
    }
    return WorkingCopy.at(home.map(here::resolve).orElse(here).toAbsolutePath().normalize());
  }

  boolean isNamed() {
    return home.isPresent();
  }
}
