package dev.berth.local.supervise;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.echo.EchoServer;
import dev.berth.local.place.EnvironmentFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A supervisor's process: {@code Main FOLDER}, the folder of its environment. */
public final class Main {

  /** Another supervisor has this environment; EX_TEMPFAIL of sysexits(3). */
  static final int TAKEN = 75;

  private static final int TOKEN_BYTES = 32;

  /** Whoever ends a machine does not wait for long. */
  private static final Duration LAST_GRACE = Duration.ofSeconds(30);

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Consumer<String> lines =
        line -> out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    System.exit(run(new EnvironmentFolder(Path.of(arguments[0])), Pace.USUAL, clock, lines));
  }

  private static int run(
      EnvironmentFolder environment, Pace pace, Clock clock, Consumer<String> lines)
      throws IOException, InterruptedException {
    PrivateFiles.folder(environment.folder());
    try (ProcessLock lock = ProcessLock.take(environment.lock())) {
      if (!lock.isTaken()) {
        lines.accept("another supervisor has " + environment.folder());
        return TAKEN;
      }
      supervise(environment, pace, clock, lines);
      return 0;
    }
  }

  private static void supervise(
      EnvironmentFolder environment, Pace pace, Clock clock, Consumer<String> lines)
      throws IOException, InterruptedException {
    Program.prune(environment);
    Roster roster = new Roster();
    ExecutorService pushes =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "push");
              thread.setDaemon(true);
              return thread;
            });
    String echoKey = AgentFiles.randomHex(TOKEN_BYTES);
    Around around =
        new Around(
            environment, pace, clock, pushes, new Echo(echoKey), echoKey, roster::changed, lines);
    String token = AgentFiles.randomHex(TOKEN_BYTES);
    Roster.Making making =
        (AgentOrder order, @Nullable Keeper before) -> new Keeper(order, around, before);
    try (Endpoint endpoint = Endpoint.open(token, roster, making)) {
      ProcessMark own = ProcessMark.of(ProcessHandle.current());
      new Contact(own.pid(), own.started(), endpoint.port(), token, Wire.PROTOCOL)
          .write(environment);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(roster, lines), "end"));
      lines.accept("supervises " + environment.folder());
      roster.awaitEnd();
      Files.deleteIfExists(environment.supervisor());
      lines.accept("ends: nothing is left to run");
    }
  }

  private static void end(Roster roster, Consumer<String> lines) {
    try {
      roster.close(LAST_GRACE);
    } catch (InterruptedException never) {
      lines.accept("ends before its agents do");
    }
  }

  /** Berth's own model server, started by the first agent that asks it. */
  private static final class Echo implements IntSupplier {
    private final String key;
    private @Nullable EchoServer server;

    Echo(String key) {
      this.key = key;
    }

    @Override
    public synchronized int getAsInt() {
      try {
        EchoServer running = server == null ? EchoServer.open(key) : server;
        server = running;
        return running.port();
      } catch (IOException noPort) {
        throw new UncheckedIOException(noPort);
      }
    }
  }
}
