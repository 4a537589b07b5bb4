package dev.berth.local.supervise;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.berth.local.place.AgentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code process.json} says: which process was started for an agent, and not seen to end.
 *
 * @param version of OpenClaw that it runs
 */
record Orphan(long pid, String started, String version) {

  static void write(AgentFolder folder, ProcessMark mark, String version) throws IOException {
    PrivateFiles.write(
        folder.process(),
        new Gson().toJson(new Orphan(mark.pid(), mark.started(), version)) + "\n",
        PrivateFiles.OWN);
  }

  /** Empty when what was started for the agent was seen to end. */
  static Optional<Orphan> read(AgentFolder folder) throws IOException {
    try {
      return PrivateFiles.read(folder.process())
          .map(text -> new Gson().fromJson(text, Orphan.class))
          .filter(orphan -> orphan != null && orphan.started() != null);
    } catch (JsonParseException cutOff) {
      return Optional.empty();
    }
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> alive() {
    return new ProcessMark(pid, started).alive();
  }

  /**
   * Ends what a killed supervisor left running for an agent.
   *
   * @return whether there was something
   */
  static boolean end(AgentFolder folder, Duration grace) throws IOException, InterruptedException {
    Optional<ProcessHandle> alive = read(folder).flatMap(Orphan::alive);
    if (alive.isPresent()) {
      new ProcessTree(alive.get()).end(grace);
    }
    Files.deleteIfExists(folder.process());
    return alive.isPresent();
  }
}
