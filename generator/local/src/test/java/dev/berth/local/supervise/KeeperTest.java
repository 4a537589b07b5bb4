package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.place.AgentFolder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything an agent's process can do to its keeper. */
class KeeperTest {

  private static final Pace FAST =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMinutes(10),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          Duration.ofMinutes(5),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofMillis(300));

  @TempDir private Path folder;
  private final List<Keeper> keepers = new CopyOnWriteArrayList<>();
  private final Set<AgentState> seen = ConcurrentHashMap.newKeySet();

  @AfterEach
  void stopAll() throws InterruptedException {
    keepers.forEach(each -> each.stop(Duration.ZERO));
    for (Keeper each : keepers) {
      each.join();
    }
  }

  private Keeper keep(AgentOrder order) {
    return keep(order, FAST);
  }

  private Keeper keep(AgentOrder order, Pace pace) {
    Around around =
        new Around(
            new Laptop(folder).environment(),
            pace,
            Clock.systemUTC(),
            Runnable::run,
            () -> 1,
            "an-echo-key",
            keeper -> seen.add(keeper.report().state()),
            line -> {});
    Keeper keeper = new Keeper(order, around, null);
    keepers.add(keeper);
    keeper.start();
    return keeper;
  }

  private AgentOrder order(String does) throws Exception {
    return new Laptop(folder).order("research/reader", does);
  }

  private AgentFolder agent() {
    return new Laptop(folder).environment().agent("research/reader");
  }

  private static AgentReport settled(Keeper keeper) throws Exception {
    Laptop.await("it settles: " + keeper.report(), keeper::isSettled);
    return keeper.report();
  }

  private static AgentReport stopped(Keeper keeper, Duration grace) throws Exception {
    keeper.stop(grace);
    keeper.join();
    return keeper.report();
  }

  @Test
  void anAgentGetsReadyAndStopsAndIsPushed() throws Exception {
    Keeper keeper = keep(order("ready"));
    AgentReport ready = settled(keeper);
    assertEquals(AgentState.READY, ready.state(), ready::toString);
    assertTrue(ready.pid() > 0 && ready.memoryBytes() > 0, ready::toString);
    assertEquals(Laptop.SOUL, Files.readString(agent().workspace().resolve("SOUL.md")));
    AgentReport stopped = stopped(keeper, Laptop.PATIENCE);
    assertEquals(AgentState.STOPPED, stopped.state(), stopped::toString);
    assertEquals("it was stopped", stopped.why());
    assertTrue(stopped.pushedSecondsAgo().isPresent(), stopped::toString);
    assertFalse(Laptop.lives(ready.pid()));
    assertFalse(Files.exists(agent().process()));
  }

  @Test
  void whatItLearnedInOneLifeIsThereInTheNext() throws Exception {
    Keeper first = keep(order("ready"));
    settled(first);
    Files.writeString(agent().workspace().resolve("notes.md"), "learned\n");
    stopped(first, Laptop.PATIENCE);
    Files.delete(agent().workspace().resolve("notes.md"));
    Files.delete(agent().workspace().resolve("SOUL.md"));
    settled(keep(order("ready")));
    assertEquals("learned\n", Files.readString(agent().workspace().resolve("notes.md")));
    assertEquals(
        "r--------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(agent().workspace().resolve("SOUL.md"))));
  }

  @Test
  void knowledgeIsPushedWhileItRuns() throws Exception {
    Keeper keeper = keep(order("ready"));
    settled(keeper);
    Laptop.await("a push", () -> Files.exists(agent().pushed()));
  }

  @Test
  void whatIsNotReadySaysWhy() throws Exception {
    AgentReport report = settled(keep(order("failing")));
    assertEquals(AgentState.NOT_READY, report.state());
    assertEquals("not ready: telegram", report.why());
  }

  @Test
  void aCrashIsStartedAgainAndCounted() throws Exception {
    Keeper keeper = keep(order("crash-once"));
    Laptop.await("ready again", () -> keeper.report().state() == AgentState.READY);
    assertEquals(1, keeper.report().restarts());
    assertTrue(seen.contains(AgentState.WAITING), seen::toString);
  }

  @Test
  void crashesInARowAreReportedAndTriedAgain() throws Exception {
    Keeper keeper = keep(order("crash"));
    settled(keeper);
    Laptop.await("it waits", () -> keeper.report().state() == AgentState.WAITING);
    AgentReport report = keeper.report();
    assertTrue(report.restarts() >= 2, report::toString);
    Laptop.await("it goes on", () -> keeper.report().restarts() > report.restarts());
    Laptop.await(
        "it says why",
        () ->
            keeper
                .report()
                .why()
                .startsWith(
                    "it ended by itself with exit code 1: the moon is full; it is started"));
  }

  @Test
  void whatStartingAgainDoesNotMendIsRefused() throws Exception {
    refused("unknown-key", "gateway: Unrecognized key: \"foo\"", "berth openclaw verify");
    refused(
        "another-owner", "another OpenClaw, process 4242, works on its state folder", "berth up");
    refused("no-secret", "a secret", "berth openclaw verify");
    refused("wrong-node", "Node 20.20.2 is not one that OpenClaw 2026.9.6 runs on", "Node 24.16");
  }

  private void refused(String does, String why, String mend) throws Exception {
    Keeper keeper = keep(order(does));
    AgentReport report = settled(keeper);
    assertEquals(AgentState.REFUSED, report.state(), report::toString);
    assertTrue(report.why().contains(why), report::toString);
    assertTrue(report.mend().contains(mend), report::toString);
    assertEquals(0, report.pid());
    assertEquals(AgentState.STOPPED, stopped(keeper, Duration.ZERO).state());
  }

  @Test
  void aVariableThatNothingGivesAValueIsNamedBeforeAnythingStarts() throws Exception {
    AgentOrder order = order("ready");
    AgentOrder poor =
        new AgentOrder(
            order.id(),
            order.configuration().replace("RESEARCH_KEY", "ANOTHER_KEY"),
            order.soulBase64(),
            order.version(),
            order.node(),
            order.openclaw(),
            order.memoryBytes(),
            order.heapMebibytes(),
            order.secrets(),
            order.echo(),
            order.knowledge(),
            order.shared(),
            order.plugins());
    AgentReport report = settled(keep(poor));
    assertEquals(AgentState.REFUSED, report.state());
    assertEquals("its configuration asks for ANOTHER_KEY, which has no value", report.why());
    assertFalse(Files.exists(agent().log()));
  }

  @Test
  void aFullDiskIsCalledThatAndTriedAgain() throws Exception {
    Keeper keeper = keep(order("disk-full"));
    Laptop.await("it waits", () -> keeper.report().state() == AgentState.WAITING);
    assertTrue(keeper.report().why().contains(" is full; "), () -> keeper.report().toString());
  }

  @Test
  void moreMemoryThanDeclaredRestartsItAndSaysSo() throws Exception {
    Keeper keeper = keep(new Laptop(folder).order("research/reader", "ready", 1 << 20));
    Laptop.await("a restart", () -> keeper.report().restarts() > 0);
    Laptop.await(
        "the reason", () -> keeper.report().why().contains("MiB of memory and may hold 1"));
  }

  @Test
  void whatDoesNotEndIsKilledWithAllItStarted() throws Exception {
    Keeper keeper = keep(order("stubborn"));
    AgentReport ready = settled(keeper);
    AgentReport stopped = stopped(keeper, Duration.ofMillis(200));
    assertTrue(stopped.why().startsWith("it was killed, as it had not ended after"), stopped::why);
    assertFalse(Laptop.lives(ready.pid()));
  }

  @Test
  void whatItStartedEndsWithIt() throws Exception {
    Keeper keeper = keep(order("parent"));
    AgentReport ready = settled(keeper);
    List<ProcessHandle> children =
        ProcessHandle.of(ready.pid()).orElseThrow().descendants().toList();
    assertFalse(children.isEmpty());
    ProcessHandle.of(ready.pid()).orElseThrow().destroyForcibly();
    Laptop.await("the child ends", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    Laptop.await("a restart", () -> keeper.report().restarts() == 1);
    stopped(keeper, Laptop.PATIENCE);
  }

  @Test
  void itsPortIsKeptAndGivenUpWhenAnotherHasIt() throws Exception {
    Keeper first = keep(order("ready"));
    int port = settled(first).port();
    stopped(first, Laptop.PATIENCE);
    Keeper second = keep(order("ready"));
    assertEquals(port, settled(second).port());
    stopped(second, Laptop.PATIENCE);
    try (ServerSocket taken =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      AgentReport report = settled(keep(order("ready")));
      assertEquals(AgentState.READY, report.state(), report::toString);
      assertTrue(report.port() != taken.getLocalPort(), report::toString);
      assertTrue(report.why().contains("its port " + port + " was taken"), report::toString);
    }
  }

  @Test
  void twoKeepersOfOneFolderAreOneTooMany() throws Exception {
    settled(keep(order("ready")));
    AgentReport report = settled(keep(order("ready")));
    assertEquals(AgentState.REFUSED, report.state());
    assertTrue(report.why().startsWith("another supervisor runs it"), report::toString);
  }

  @Test
  void modesThatSomebodyChangedAreMended() throws Exception {
    Keeper first = keep(order("ready"));
    settled(first);
    stopped(first, Laptop.PATIENCE);
    String token = Files.readString(agent().token());
    for (Path each : List.of(agent().home(), agent().state(), agent().token(), agent().log())) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    settled(keep(order("ready")));
    for (Path each : List.of(agent().home(), agent().state())) {
      assertEquals(PrivateFiles.FOLDER, Files.getPosixFilePermissions(each), each::toString);
    }
    for (Path each : List.of(agent().token(), agent().log())) {
      assertEquals(PrivateFiles.OWN, Files.getPosixFilePermissions(each), each::toString);
    }
    assertEquals(PrivateFiles.READ_ONLY, Files.getPosixFilePermissions(agent().configuration()));
    assertEquals(token, Files.readString(agent().token()));
    assertTrue(token.matches("[0-9a-f]{64}\n"));
  }
}
