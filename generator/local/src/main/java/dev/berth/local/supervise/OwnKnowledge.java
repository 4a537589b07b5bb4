package dev.berth.local.supervise;

import dev.berth.knowledge.crossing.KnowledgePath;
import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.store.FolderStore;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.Surroundings;
import dev.berth.knowledge.work.WorkingCopy;
import dev.berth.local.control.AgentOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What one agent keeps and is given, in stores that are folders of this machine. */
final class OwnKnowledge {

  private static final int NONCE_BYTES = 16;

  private final AgentFiles files;
  private final Clock clock;

  OwnKnowledge(AgentFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Brings down what the stores hold; the agent does not run. */
  synchronized void pull() throws IOException, Refused {
    // What is read-only in there would be in the way of a workspace that takes this one's place.
    PrivateFiles.delete(files.agent().shared());
    if (own() != AgentOrder.Knowledge.NONE) {
      knowledge("agents/" + files.order().id())
          .pull(copy(), own() == AgentOrder.Knowledge.PULLED_AND_PUSHED, false);
    }
    refresh();
  }

  /**
   * Stores what the agent has learned, and brings down what was shared since.
   *
   * @return whether there was somewhere to push to
   */
  synchronized boolean push() throws IOException, Refused {
    if (own() != AgentOrder.Knowledge.PULLED_AND_PUSHED) {
      refresh();
      return false;
    }
    Moved moved = knowledge("agents/" + files.order().id()).push(copy(), false, false);
    files.pushed();
    refresh();
    if (moved.result() == Moved.Result.KEPT_BESIDE) {
      throw new Refused(
          Refused.Code.LOCKED,
          "another writer was first, so what this one learned is kept beside",
          "berth knowledge log " + files.order().id());
    }
    return true;
  }

  private void refresh() throws IOException, Refused {
    if (files.order().shared().isEmpty()) {
      return;
    }
    PrivateFiles.folder(files.agent().shared());
    for (String folder : files.order().shared()) {
      knowledge(folder).mirror(files.agent().shared().resolve(folder));
    }
  }

  private AgentOrder.Knowledge own() {
    return files.order().knowledge();
  }

  private WorkingCopy copy() {
    return new WorkingCopy(
        files.agent().home(),
        Map.of(
            KnowledgePath.of("workspace/SOUL.md"),
            files.agent().soul(),
            KnowledgePath.of("openclaw.json"),
            files.agent().configuration()));
  }

  private Knowledge knowledge(String what) throws IOException {
    Path folder = PrivateFiles.folder(files.environment().store(what));
    Surroundings around =
        new Surroundings(
            files.order().id().replace('/', '-'),
            clock,
            () -> AgentFiles.randomHex(NONCE_BYTES),
            Progress.NONE,
            Surroundings.LARGEST_FILE_BYTES);
    return new Knowledge(new Repository(new FolderStore(folder, clock)), around);
  }
}
