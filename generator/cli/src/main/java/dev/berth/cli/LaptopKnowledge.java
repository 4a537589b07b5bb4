package dev.berth.cli;

import dev.berth.knowledge.store.StoreUrl;
import dev.berth.local.control.AgentReport;
import dev.berth.model.AgentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What agents of a laptop know: in folders of this machine. */
record LaptopKnowledge(Laptop laptop) {

  /**
   * The folder store of an agent's own knowledge, or of a shared folder, there from now on.
   *
   * @param what {@code agents/research/reader}, or a shared folder's name
   */
  String store(String what) {
    Path folder = laptop.folder().store(what);
    try {
      if (!Files.isDirectory(folder)) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new StoreUrl.Folder(folder).text();
  }

  Path home(AgentId id) {
    return laptop.folder().agent(id.toString()).home();
  }

  /** Refuses what another writer may not do to an agent that runs. */
  void mustNotRun(String agent) throws IOException {
    for (AgentReport report : laptop.supervisor().status()) {
      if (report.id().equals(agent) && Laptop.runs(report)) {
        throw Stop.refused(
            "%s runs, and pulls and pushes what it knows itself\nmend: berth down --env %s %s"
                .formatted(agent, laptop.name(), agent));
      }
    }
  }
}
