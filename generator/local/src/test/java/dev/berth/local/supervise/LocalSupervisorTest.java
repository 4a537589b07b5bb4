package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor as a process, and what asks it. */
class LocalSupervisorTest {

  private static final String ID = "research/research";
  private static final Map<String, String> AROUND = System.getenv();

  @TempDir private Path folder;
  private Laptop laptop = new Laptop(Path.of(""));
  private LocalSupervisor supervisor = LocalSupervisor.of(laptop.environment(), AROUND);

  @BeforeEach
  void open() {
    laptop = new Laptop(folder);
    supervisor = LocalSupervisor.of(laptop.environment(), AROUND);
  }

  @AfterEach
  void down() throws Exception {
    supervisor.down(List.of(), Duration.ZERO, report -> {});
    Laptop.await("the supervisor ends", () -> contact().isEmpty());
  }

  private Optional<Contact> contact() throws IOException {
    return Contact.of(laptop.environment());
  }

  private long supervisorPid() throws IOException {
    return contact().orElseThrow().pid();
  }

  private AgentReport up(AgentOrder order) throws IOException {
    return supervisor.up(List.of(order), report -> {}).get(0);
  }

  private static boolean lives(long pid) {
    return Laptop.lives(pid);
  }

  @Test
  void startingWhatRunsChangesNothingAndAnotherOrderReplacesIt() throws Exception {
    List<AgentState> heard = new CopyOnWriteArrayList<>();
    AgentOrder order = laptop.order(ID, "ready");
    AgentReport first = supervisor.up(List.of(order), report -> heard.add(report.state())).get(0);
    assertEquals(AgentState.READY, first.state(), first::toString);
    assertEquals(AgentState.STARTING, heard.get(0));
    assertEquals(AgentState.READY, heard.get(heard.size() - 1));
    assertEquals(first.pid(), up(order).pid());
    assertEquals(List.of(ID), supervisor.status().stream().map(AgentReport::id).toList());

    AgentReport replaced = up(laptop.order(ID, "ready", 1L << 30));
    assertEquals(AgentState.READY, replaced.state(), replaced::toString);
    assertNotEquals(first.pid(), replaced.pid());
    assertFalse(lives(first.pid()));

    AgentReport again = supervisor.restart(List.of(), Duration.ofSeconds(30), report -> {}).get(0);
    assertEquals(AgentState.READY, again.state(), again::toString);
    assertNotEquals(replaced.pid(), again.pid());
    assertEquals(first.port(), again.port());
  }

  @Test
  void theSupervisorEndsWithItsLastAgentAndLeavesOnlyWhatIsToKeep() throws Exception {
    supervisor.up(
        List.of(laptop.order(ID, "ready"), laptop.order("research/reader", "ready")), report -> {});
    long pid = supervisorPid();
    assertEquals(
        List.of(AgentState.STOPPED),
        supervisor.down(List.of(ID), Duration.ofSeconds(30), report -> {}).stream()
            .map(AgentReport::state)
            .toList());
    assertTrue(lives(pid));
    supervisor.down(List.of(), Duration.ofSeconds(30), report -> {});
    Laptop.await("it ends", () -> !lives(pid));
    assertFalse(Files.exists(laptop.environment().supervisor()));
    for (AgentReport each : supervisor.status()) {
      assertEquals(AgentState.STOPPED, each.state());
      assertEquals("it was stopped", each.why());
      assertTrue(each.port() > 0 && each.pushedSecondsAgo().isPresent(), each::toString);
    }
    assertEquals(
        AgentState.STOPPED,
        supervisor.restart(List.of(ID), Duration.ZERO, report -> {}).get(0).state());
  }

  @Test
  void whatWasStartedForACallerThatDiesIsStopped() throws Exception {
    up(laptop.order("research/reader", "ready"));
    Process client =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UpClient.class.getName(),
                folder.toString(),
                "silent")
            .inheritIO()
            .start();
    Laptop.await("it starts", () -> report(ID).map(AgentReport::pid).orElse(0L) > 0);
    long pid = report(ID).orElseThrow().pid();
    client.destroyForcibly().waitFor();
    Laptop.await("it is stopped", () -> !lives(pid));
    Laptop.await(
        "it is said",
        () -> report(ID).filter(each -> each.state() == AgentState.STOPPED).isPresent());
    assertEquals(AgentState.READY, report("research/reader").orElseThrow().state());
  }

  private Optional<AgentReport> report(String id) throws IOException {
    return supervisor.status().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Test
  void whatAKilledSupervisorLeavesIsSeenAndTakenOver() throws Exception {
    AgentOrder order = laptop.order(ID, "ready");
    AgentReport orphan = up(order);
    kill(supervisorPid());
    AgentReport seen = report(ID).orElseThrow();
    assertEquals(AgentState.NOT_READY, seen.state(), seen::toString);
    assertEquals(orphan.pid(), seen.pid());
    assertTrue(seen.why().startsWith("its supervisor ended without it"), seen::why);

    AgentReport fresh = up(order);
    assertEquals(AgentState.READY, fresh.state(), fresh::toString);
    assertFalse(lives(orphan.pid()));

    kill(supervisorPid());
    AgentReport down = supervisor.down(List.of(ID), Duration.ofSeconds(30), report -> {}).get(0);
    assertEquals(AgentState.STOPPED, down.state());
    assertFalse(lives(fresh.pid()));
  }

  @Test
  void aRebootLeavesNothingInTheWay() throws Exception {
    AgentOrder order = laptop.order(ID, "ready");
    AgentReport before = up(order);
    ProcessHandle gateway = ProcessHandle.of(before.pid()).orElseThrow();
    kill(supervisorPid());
    gateway.destroyForcibly();
    Laptop.await("all is dead", () -> !lives(gateway.pid()));
    assertTrue(Files.exists(laptop.environment().supervisor()));
    AgentReport seen = report(ID).orElseThrow();
    assertEquals(AgentState.STOPPED, seen.state());
    assertTrue(
        seen.why().startsWith("the machine or its supervisor ended while it ran"), seen::why);
    assertEquals(AgentState.READY, up(order).state());
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    Laptop.await("it is dead", () -> !lives(process.pid()));
  }

  @Test
  void aSupervisorThatIsAskedToEndEndsItsAgentsFirst() throws Exception {
    AgentReport running = up(laptop.order(ID, "ready"));
    long pid = supervisorPid();
    ProcessHandle.of(pid).orElseThrow().destroy();
    Laptop.await("it ends", () -> !lives(pid));
    assertFalse(lives(running.pid()));
    assertTrue(report(ID).orElseThrow().pushedSecondsAgo().isPresent());
  }

  @Test
  void twoThatStartAtOnceShareOneSupervisor() throws Exception {
    List<CompletableFuture<AgentReport>> both = new ArrayList<>();
    for (String id : List.of(ID, "research/reader")) {
      both.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return LocalSupervisor.of(laptop.environment(), AROUND)
                      .up(List.of(laptop.order(id, "ready")), report -> {})
                      .get(0);
                } catch (IOException failed) {
                  throw new AssertionError(failed);
                }
              }));
    }
    for (CompletableFuture<AgentReport> each : both) {
      assertEquals(AgentState.READY, each.get().state());
    }
    assertEquals(
        List.of(AgentState.READY, AgentState.READY),
        supervisor.status().stream().map(AgentReport::state).toList());
    assertNotEquals(both.get(0).get().port(), both.get(1).get().port());
  }

  @Test
  void noFileHoldsASecretAndOnlyOneATokenAndAllArePrivate() throws Exception {
    up(laptop.order(ID, "ready"));
    String token = Files.readString(laptop.environment().agent(ID).token()).strip();
    Path log = laptop.environment().agent(ID).log();
    Laptop.await("it wrote", () -> Files.exists(log) && Files.readString(log).contains("my token"));
    assertTrue(Files.readString(log).contains("my key is ***"));
    try (Stream<Path> all = Files.walk(laptop.environment().folder())) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(Laptop.SECRET), each::toString);
        assertEquals(each.endsWith("gateway-token"), text.contains(token), each::toString);
      }
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(laptop.environment().supervisor())));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(laptop.environment().folder())));
  }

  @Test
  void nobodyIsHeardWithoutItsTokenOrByAnotherName() throws Exception {
    up(laptop.order(ID, "ready"));
    Contact contact = contact().orElseThrow();
    assertEquals(403, asked(contact, "Bearer " + "0".repeat(64)));
    assertEquals(403, asked(contact, "Bearer"));
    assertEquals(200, asked(contact, "Bearer " + contact.token()));
    assertTrue(named(contact, "127.0.0.1:" + contact.port()).startsWith("HTTP/1.1 200 "));
    assertTrue(named(contact, "berth.example.com").startsWith("HTTP/1.1 403 "));
  }

  /** As a page of a browser asks that has another name point to this machine. */
  private static String named(Contact contact, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", contact.port())) {
      String request =
          "GET /status HTTP/1.1\r\n"
              + "Host: %s\r\n"
              + "Authorization: Bearer %s\r\n"
              + "Connection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(host, contact.token()).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static int asked(Contact contact, String authorization) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + contact.port() + "/status").toURL().openConnection();
    connection.setRequestProperty("Authorization", authorization);
    return connection.getResponseCode();
  }

  @Test
  void anotherVersionIsToldFromThisOneButEndsAllTheSame() throws Exception {
    AgentOrder order = laptop.order(ID, "ready");
    up(order);
    Contact now = contact().orElseThrow();
    new Contact(now.pid(), now.started(), now.port(), now.token(), Wire.PROTOCOL + 1)
        .write(laptop.environment());
    IOException told = assertThrows(IOException.class, () -> up(order));
    assertTrue(told.getMessage().endsWith("mend: berth down, then again"), told::getMessage);
    supervisor.down(List.of(), Duration.ofSeconds(30), report -> {});
    assertEquals(AgentState.READY, up(order).state());
  }

  @Test
  void anAgentThatIsOrderedTwiceIsNotStartedAtAll() throws Exception {
    AgentOrder order = laptop.order(ID, "ready");
    IOException told =
        assertThrows(IOException.class, () -> supervisor.up(List.of(order, order), report -> {}));
    assertEquals("an agent was ordered twice", told.getMessage());
  }
}
