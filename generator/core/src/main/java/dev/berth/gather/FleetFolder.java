package dev.berth.gather;

import static dev.berth.source.Refusal.Reason.NOT_A_FILE;
import static dev.berth.source.Refusal.Reason.NOT_A_FOLDER;
import static dev.berth.source.Refusal.Reason.STRAY;
import static dev.berth.source.Refusal.Reason.SYMLINK;

import dev.berth.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A repository's {@code fleet.yaml}, {@code waivers.yaml}, {@code agents/} and {@code souls/} on
 * disk. Paths are fixed or found by listing folders, never built from what a file says, and no
 * symbolic link below the root is followed: nothing outside the root can be read.
 */
public final class FleetFolder {

  private static final String YAML = ".yaml";
  private static final String SOUL = ".md";

  /** Files that people and tools keep in any folder. */
  private static final Set<String> PASSED_BY = Set.of("README.md");

  private final Probe probe;
  private final Gathered gathered = new Gathered();

  private FleetFolder(Probe probe) {
    this.probe = probe;
  }

  /**
   * All that a user wrote below {@code root}, and every path there that was refused. A missing file
   * or folder is left out without a word.
   *
   * @throws UncheckedIOException when the root itself cannot be looked into
   */
  public static Sources read(Path root) {
    return read(root, Probe.onDisk());
  }

  static Sources read(Path root, Probe probe) {
    FleetFolder folder = new FleetFolder(probe);
    try {
      folder.readRoot(root.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.gathered.sources();
  }

  private void readRoot(Path root) throws IOException {
    for (String name : List.of("fleet.yml", "fleet.YAML", "waivers.yml", "waivers.YAML")) {
      probe.find(root, name).ifPresent(found -> stray(found, name));
    }
    for (String name : List.of(Sources.FLEET, Sources.WAIVERS)) {
      probe.find(root, name).ifPresent(found -> file(found, name, Sources.MOST_YAML_BYTES));
    }
    probe.find(root, "agents").ifPresent(found -> folder(found, "agents", this::inAgents));
    probe.find(root, "souls").ifPresent(found -> folder(found, "souls", this::inSouls));
  }

  private void inAgents(Found found) {
    if (found.kind() == Found.Kind.FOLDER) {
      folder(found, Sources.AGENTS + found.name(), team -> inTeam(found.name(), team));
    } else {
      stray(found, Sources.AGENTS + found.name());
    }
  }

  private void inTeam(String team, Found found) {
    String path = Sources.AGENTS + team + "/" + found.name();
    if (found.name().endsWith(YAML)) {
      file(found, path, Sources.MOST_YAML_BYTES);
    } else {
      stray(found, path);
    }
  }

  private void inSouls(Found found) {
    String path = Sources.SOULS + found.name();
    if (found.name().endsWith(SOUL)) {
      file(found, path, Sources.MOST_SOUL_BYTES);
    } else {
      stray(found, path);
    }
  }

  /** Hands every entry of a folder on, but hidden ones and those kept in any folder. */
  private void folder(Found found, String path, Consumer<Found> each) {
    switch (found.kind()) {
      case LINK -> gathered.refuse(path, SYMLINK);
      case FILE, OTHER -> gathered.refuse(path, NOT_A_FOLDER);
      case FOLDER ->
          probe.entries(found, path, gathered).parallelStream()
              .filter(entry -> !entry.name().startsWith("."))
              .filter(entry -> !PASSED_BY.contains(entry.name()))
              .forEach(each);
    }
  }

  private void file(Found found, String path, int limitBytes) {
    switch (found.kind()) {
      case LINK -> gathered.refuse(path, SYMLINK);
      case FOLDER, OTHER -> gathered.refuse(path, NOT_A_FILE);
      case FILE -> probe.read(found, path, limitBytes, gathered);
    }
  }

  private void stray(Found found, String path) {
    gathered.refuse(path, found.kind() == Found.Kind.LINK ? SYMLINK : STRAY);
  }
}
