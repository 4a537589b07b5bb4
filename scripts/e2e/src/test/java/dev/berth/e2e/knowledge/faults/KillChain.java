package dev.berth.e2e.knowledge.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.snapshot.Snapshot;
import dev.berth.knowledge.store.StoreUrl;
import dev.berth.knowledge.work.Moved.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One history of a store, a writer's home and a reader's, in which processes die again and again.
 */
final class KillChain {

  /** What the process is doing when it dies. */
  enum Act {
    PUSH,
    PULL,
    /** As the pod's init container does it, over files that nobody has pushed. */
    CLAIM
  }

  /**
   * What ran.
   *
   * @param inside how many died after they had begun to work and before they had ended
   * @param fresh how many of those had nothing left to do but to end
   */
  record Count(int rounds, int inside, int fresh) {}

  private final KnowledgeProgram program;
  private final Path store;
  private final Home writer;
  private final Home reader;
  private final Random random;
  private final Set<Map<String, List<String>>> pushed = new HashSet<>();
  private final long[] workNanos = new long[Act.values().length];
  private int round;
  private int inside;
  private int fresh;

  KillChain(KnowledgeProgram program, Path folder, long seed) throws IOException {
    this.program = program;
    this.store = Files.createTempDirectory(folder, "store");
    this.writer = Home.in(folder);
    this.reader = Home.in(folder);
    this.random = new Random(seed);
  }

  Count run(int rounds) throws Exception {
    writer.fill();
    reader.write(Home.LOCAL, "never crosses");
    try (Copy copy = Copy.open(new StoreUrl.Folder(store))) {
      copy.knowledge().push(writer.copy(), false, false);
      copy.knowledge().pull(reader.copy(), false, false);
      for (Act act : Act.values()) {
        measure(copy, act);
      }
      for (int i = 0; i < rounds; i++) {
        push(copy);
        pull(copy);
        claim(copy);
      }
      everythingPushedIsInSomeSnapshot(copy);
    }
    return new Count(rounds * Act.values().length, inside, fresh);
  }

  private void push(Copy copy) throws Exception {
    Snapshot before = copy.newest();
    Map<String, List<String>> old = copy.files(before);
    change();
    Map<String, List<String>> now = writer.files();
    boolean died = dies(Act.PUSH);
    Map<String, List<String>> held = copy.files(copy.newest());
    assertTrue(held.equals(old) || held.equals(now), "half a push after kill " + round);
    fresh += died && held.equals(now) ? 1 : 0;
    Result again = copy.knowledge().push(writer.copy(), false, false).result();
    assertTrue(again == Result.DONE || again == Result.UNCHANGED, "the retry: " + again);
    assertEquals(before.number() + 1, copy.newest().number(), "one push is one snapshot");
    assertEquals(now, copy.files(copy.newest()));
    assertEquals(now, writer.files());
  }

  private void pull(Copy copy) throws Exception {
    Map<String, List<String>> old = reader.files();
    change();
    copy.knowledge().push(writer.copy(), false, false);
    Map<String, List<String>> now = withLocal(writer.files());
    int beside = copy.repository().beside().size();
    boolean died = dies(Act.PULL);
    // A rehearsal changes nothing but what every start does first: it ends what was begun.
    copy.knowledge().pull(reader.copy(), false, true);
    Map<String, List<String>> held = reader.files();
    assertTrue(held.equals(old) || held.equals(now), "half a pull after kill " + round);
    fresh += died && held.equals(now) ? 1 : 0;
    copy.knowledge().pull(reader.copy(), false, false);
    assertEquals(now, reader.files());
    assertEquals(beside, copy.repository().beside().size(), "there was nothing to keep beside");
  }

  private void claim(Copy copy) throws Exception {
    change();
    copy.knowledge().push(writer.copy(), false, false);
    Map<String, List<String>> now = withLocal(writer.files());
    Snapshot before = copy.newest();
    reader.write("workspace/mine.md", "nobody has this yet " + round);
    Map<String, List<String>> own = reader.files();
    boolean died = dies(Act.CLAIM);
    copy.knowledge().pull(reader.copy(), false, true);
    Map<String, List<String>> held = reader.files();
    assertTrue(held.equals(own) || held.equals(now), "half a claim after kill " + round);
    fresh += died && held.equals(now) ? 1 : 0;
    assertEquals(before.tree(), copy.newest().tree(), "a claim changes no file");
    copy.knowledge().pull(reader.copy(), true, false);
    assertEquals(now, reader.files());
    own.remove(Home.LOCAL);
    Set<Map<String, List<String>>> kept = new HashSet<>();
    for (Snapshot each : copy.repository().beside()) {
      if (each.parent() >= before.number() - 2) {
        kept.add(copy.files(each));
      }
    }
    assertTrue(kept.contains(own), "what nobody had pushed is kept beside, after kill " + round);
    // The writer is another now: it goes on from what holds.
    copy.knowledge().pull(writer.copy(), true, false);
    assertEquals(now, withLocal(writer.files()));
  }

  private void change() throws IOException {
    round++;
    writer.change(round);
    writer.write("workspace/deep/" + round % 7 + "/log.md", "round " + round);
    pushed.add(writer.files());
  }

  private static Map<String, List<String>> withLocal(Map<String, List<String>> files) {
    files.put(Home.LOCAL, List.of("rw-r--r--", "never crosses"));
    return files;
  }

  /** Runs the work to its end, to know how long it takes from its lock on. */
  private void measure(Copy copy, Act act) throws Exception {
    change();
    if (act != Act.PUSH) {
      copy.knowledge().push(writer.copy(), false, false);
    }
    KnowledgeProgram.Running running = start(act);
    long begun = begun(running, act);
    assertEquals(0, running.exitCode(), running.said());
    workNanos[act.ordinal()] = System.nanoTime() - begun;
    if (act == Act.CLAIM) {
      copy.knowledge().pull(writer.copy(), true, false);
    }
  }

  /** Whether it died inside its work; it may have been quicker than the kill. */
  private boolean dies(Act act) throws Exception {
    KnowledgeProgram.Running running = start(act);
    long begun = begun(running, act);
    long kill = begun + (long) (random.nextDouble() * workNanos[act.ordinal()]);
    while (System.nanoTime() < kill && running.process().isAlive()) {
      LockSupport.parkNanos(100_000);
    }
    running.process().destroyForcibly();
    int exitCode = running.exitCode();
    boolean died = exitCode == 137;
    assertTrue(died || exitCode == 0, () -> "ended with " + exitCode);
    if (!died) {
      workNanos[act.ordinal()] = (workNanos[act.ordinal()] + System.nanoTime() - begun) / 2;
    }
    inside += died ? 1 : 0;
    return died;
  }

  private KnowledgeProgram.Running start(Act act) throws IOException {
    Files.deleteIfExists(lock(act));
    List<String> arguments =
        switch (act) {
          case PUSH -> List.of("push");
          case PULL -> List.of("pull");
          case CLAIM -> List.of("pull", "--claim", "--writer", "lane");
        };
    return program.run(arguments, store.toUri().toString(), act == Act.PUSH ? writer : reader);
  }

  private Path lock(Act act) {
    return (act == Act.PUSH ? writer : reader).folder().resolve(".knowledge/lock");
  }

  /** Waits for its first step: it takes the lock. */
  private long begun(KnowledgeProgram.Running running, Act act) throws IOException {
    while (!Files.exists(lock(act))) {
      if (!running.process().isAlive() && !Files.exists(lock(act))) {
        throw new AssertionError(running.said());
      }
      LockSupport.parkNanos(100_000);
    }
    return System.nanoTime();
  }

  private void everythingPushedIsInSomeSnapshot(Copy copy) throws Exception {
    List<Snapshot> log = copy.repository().log(0, 1000);
    assertEquals(log.get(0).number(), log.size(), "numbers without a gap");
    Set<String> contents = new HashSet<>();
    for (Snapshot each : log) {
      contents.addAll(copy.contents(each));
    }
    Set<String> wanted = new HashSet<>();
    pushed.forEach(files -> files.values().forEach(file -> wanted.add(Copy.sha256(file.get(1)))));
    assertTrue(wanted.size() > pushed.size(), "something was pushed");
    assertTrue(contents.containsAll(wanted), "something that was pushed is in no snapshot");
  }
}
