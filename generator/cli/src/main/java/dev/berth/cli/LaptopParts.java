package dev.berth.cli;

import dev.berth.local.control.Supervisor;
import dev.berth.local.gateway.GatewayTurn;
import dev.berth.local.gateway.Turn;
import dev.berth.local.install.Installed;
import dev.berth.local.install.NotInstalled;
import dev.berth.local.install.OpenClawInstaller;
import dev.berth.local.place.EnvironmentFolder;
import dev.berth.local.place.Places;
import dev.berth.local.supervise.LocalSupervisor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What commands of a laptop take from outside.
 *
 * @param memoryAvailableBytes what new processes of this machine may take without swapping; empty
 *     where it does not say
 * @param pause waits until a log may have grown; false when nobody wants more of it
 */
record LaptopParts(
    Places places,
    Supervisors supervisors,
    Tools tools,
    Turns turns,
    Supplier<Optional<Long>> memoryAvailableBytes,
    BooleanSupplier pause) {

  /** Reaches the supervisor of an environment, running or not. */
  @FunctionalInterface
  interface Supervisors {
    Supervisor of(EnvironmentFolder folder);
  }

  /** Finds Node and OpenClaw, or installs them. */
  @FunctionalInterface
  interface Tools {
    /**
     * What runs one version.
     *
     * @param version of OpenClaw
     * @param progress is told what is done, a sentence each, when it takes long
     */
    Tool of(String version, Consumer<String> progress);
  }

  /**
   * What runs an agent.
   *
   * @param node the executable
   * @param openclaw the file {@code openclaw.mjs}
   */
  record Tool(Path node, Path openclaw) {}

  /** Asks an agent through its gateway. */
  @FunctionalInterface
  interface Turns {
    /**
     * One turn.
     *
     * @param port of the gateway
     * @param token the file that holds its token
     * @param agent OpenClaw's name of it
     */
    Turn ask(
        int port,
        Path token,
        String agent,
        String words,
        Optional<String> conversation,
        Duration mostSilence,
        Consumer<String> heard)
        throws IOException;
  }

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");
  private static final long MILLISECONDS_BETWEEN_LOOKS = 250;

  /** This machine's. */
  static LaptopParts ofThisMachine() {
    Places places = Places.of(System.getenv(), Path.of(System.getProperty("user.home")));
    return new LaptopParts(
        places,
        folder -> LocalSupervisor.of(folder, System.getenv()),
        (version, progress) -> tool(places, version, progress),
        (port, token, agent, words, conversation, mostSilence, heard) ->
            new GatewayTurn(port, Files.readString(token).strip(), mostSilence)
                .ask(agent, words, conversation, heard),
        LaptopParts::available,
        LaptopParts::waited);
  }

  private static Tool tool(Places places, String version, Consumer<String> progress) {
    try {
      Installed there = new OpenClawInstaller(places, System.getenv()).ensure(version, progress);
      return new Tool(there.node(), there.openclaw());
    } catch (NotInstalled missing) {
      throw Stop.cloud(missing.problem().what() + "\nmend: " + missing.problem().mend());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Stop.cloud("interrupted; nothing was started");
    }
  }

  private static Optional<Long> available() {
    try {
      String text = Files.readString(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII);
      Matcher found = AVAILABLE.matcher(text);
      return found.find() ? Optional.of(Long.parseLong(found.group(1)) << 10) : Optional.empty();
    } catch (IOException noLinux) {
      return Optional.empty();
    }
  }

  private static boolean waited() {
    try {
      Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
