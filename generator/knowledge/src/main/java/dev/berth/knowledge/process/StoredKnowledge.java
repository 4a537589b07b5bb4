package dev.berth.knowledge.process;

import dev.berth.knowledge.snapshot.Repository;
import dev.berth.knowledge.store.ObjectStore;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Progress;
import dev.berth.knowledge.work.Refused;
import dev.berth.knowledge.work.Surroundings;
import dev.berth.knowledge.work.WorkingCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent's knowledge in real stores. */
final class StoredKnowledge implements AgentKnowledge {

  /** Opens one store by its URL. */
  interface Opening {
    ObjectStore open(String url) throws IOException, UsageProblem;
  }

  /**
   * Pushes without having claimed first, so that no name is known; its id is its own all the same.
   */
  private static final String UNNAMED = "unnamed";

  /** An id is far shorter; what is longer is no id. */
  private static final long LONGEST_WRITER_BYTES = 200;

  private final WorkingCopy copy;
  private final String url;
  private final List<ObjectStore> opened;
  private final Knowledge own;
  private final Map<SharedFolder, Knowledge> shared;

  private StoredKnowledge(
      WorkingCopy copy,
      String url,
      List<ObjectStore> opened,
      Knowledge own,
      Map<SharedFolder, Knowledge> shared) {
    this.copy = copy;
    this.url = url;
    this.opened = opened;
    this.own = own;
    this.shared = shared;
  }

  static StoredKnowledge open(Where where, String writer, Opening opening, Clock clock)
      throws IOException, UsageProblem {
    SecureRandom random = new SecureRandom();
    Surroundings around =
        new Surroundings(
            writer.isEmpty() ? UNNAMED : writer,
            clock,
            () -> hex(random),
            Progress.NONE,
            Surroundings.LARGEST_FILE_BYTES);
    List<ObjectStore> opened = new ArrayList<>();
    try {
      Knowledge own = knowledge(where.store(), opening, opened, around);
      Map<SharedFolder, Knowledge> shared = new LinkedHashMap<>();
      for (SharedFolder folder : where.shared()) {
        shared.put(folder, knowledge(folder.url(), opening, opened, around));
      }
      return new StoredKnowledge(where.copy(), where.store(), opened, own, shared);
    } catch (IOException | UsageProblem | RuntimeException failed) {
      opened.forEach(ObjectStore::close);
      throw failed;
    }
  }

  @Override
  public Moved pull(boolean claim) throws IOException, Refused {
    Moved moved = own.pull(copy, claim, false);
    if (!shared.isEmpty()) {
      // Where the agent finds them: a place to mount them at, which must be the agent's own.
      Files.createDirectories(copy.home().resolve("workspace").resolve("shared"));
    }
    return moved;
  }

  @Override
  public Moved push() throws IOException, Refused {
    return own.push(copy, false, false);
  }

  @Override
  public List<SharedFolder> shared() {
    return List.copyOf(shared.keySet());
  }

  @Override
  public Moved refresh(SharedFolder folder) throws IOException, Refused {
    Knowledge knowledge = shared.get(folder);
    if (knowledge == null) {
      throw new IllegalArgumentException("not a folder of this agent");
    }
    return knowledge.mirror(copy.home().resolve("shared").resolve(folder.name()));
  }

  @Override
  public String writer() {
    Path file = copy.home().resolve(".knowledge").resolve("writer");
    try {
      if (Files.size(file) <= LONGEST_WRITER_BYTES) {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
      }
    } catch (IOException notClaimedYet) {
      return url;
    }
    return url;
  }

  @Override
  public void close() {
    opened.forEach(ObjectStore::close);
  }

  private static Knowledge knowledge(
      String url, Opening opening, List<ObjectStore> opened, Surroundings around)
      throws IOException, UsageProblem {
    ObjectStore store = opening.open(url);
    opened.add(store);
    return new Knowledge(new Repository(store), around);
  }

  private static String hex(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
