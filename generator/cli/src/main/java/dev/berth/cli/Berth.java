package dev.berth.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code berth}: the only main program, and what every command under it shares. */
@Command(
    name = "berth",
    description = "A berth for every agent: one small file each, one isolated fleet.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a declaration is wrong; nothing is written",
      "2:the command line is wrong",
      "3:the cloud, the cluster or an agent said no",
      "4:refused by a rule or a safety gate",
      "70:a bug in Berth; please report it"
    },
    footer = {
      "",
      "Start here:",
      "  berth preview                 what the fleet in this folder would become",
      "  berth up --env laptop         two agents of it, as processes of this machine",
      "  berth new agent sales/helper  a new agent in team sales",
      "  berth explain sales/helper    where each of its values comes from"
    })
public final class Berth implements Runnable {

  @Option(
      names = "--env",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The environment; by default the first one written.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The folder of fleet.yaml; by default this one, or the nearest above it.")
  private Optional<Path> root = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "text, json or (mistakes only) sarif.")
  private Format format = Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description = "auto, always or never.")
  private Color color = Color.AUTO;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      scope = ScopeType.INHERIT,
      description = "Judge grants and waivers on this day, such as 2027-01-31; by default today.")
  private Optional<LocalDate> today = Optional.empty();

  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "Say only what was asked for, and mistakes.")
  private boolean quiet;

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Print a stack trace when Berth itself breaks.")
  private boolean trace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print this.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  private final Surroundings around;

  private final Workshop workshop;

  Berth(Surroundings around, Workshop workshop) {
    this.around = around;
    this.workshop = workshop;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Surroundings.ofThisProcess(), args));
  }

  /** Runs one command; its exit code. */
  static int run(Surroundings around, String... args) {
    return run(around, Workshop.at(around.home()), args);
  }

  /** Runs one command with other parts than this checkout's; its exit code. */
  static int run(Surroundings around, Workshop workshop, String... args) {
    Berth berth = new Berth(around, workshop);
    try {
      return CommandTree.of(berth).execute(args);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError broken) {
      return CommandTree.broken(berth, broken);
    } finally {
      around.out().flush();
      around.err().flush();
    }
  }

  /** Without a command: how to use it. */
  @Override
  public void run() {
    throw Stop.usage("name a command; berth --help lists them");
  }

  Surroundings around() {
    return around;
  }

  Workshop workshop() {
    return workshop;
  }

  Optional<String> environment() {
    return environment;
  }

  /** The day grants and waivers are judged on, in UTC. */
  LocalDate today() {
    return today.orElseGet(around::today);
  }

  Format format() {
    return format;
  }

  /** SARIF has a form for mistakes and none for facts. */
  void mustNotBeSarif() {
    if (format == Format.SARIF) {
      throw Stop.usage("sarif is for mistakes\nmend: write `--format json`, or berth check");
    }
  }

  boolean quiet() {
    return quiet;
  }

  boolean trace() {
    return trace;
  }

  boolean colored() {
    return color.on(around.terminal(), around.variables());
  }

  Terminal terminal() {
    return new Terminal(around, quiet);
  }

  /** The folder of fleet.yaml, if there is one where it is looked for. */
  Optional<Path> foundRoot() {
    if (root.isPresent()) {
      Path named = around.folder().resolve(root.get()).normalize();
      return hasFleet(named) ? Optional.of(named) : Optional.empty();
    }
    for (Path each = around.folder(); each != null; each = each.getParent()) {
      if (hasFleet(each)) {
        return Optional.of(each);
      }
    }
    return hasFleet(around.home()) ? Optional.of(around.home()) : Optional.empty();
  }

  /** The folder of fleet.yaml. */
  Path root() {
    return foundRoot()
        .orElseThrow(
            () ->
                Stop.usage(
                    "there is no fleet.yaml in "
                        + root.map(Path::toString).orElse("this folder or one above it")
                        + "\nmend: name its folder with `--root DIR`, or copy the fleet.yaml of"
                        + " Berth's own checkout and edit it"));
  }

  private static boolean hasFleet(Path folder) {
    return Files.exists(folder.resolve("fleet.yaml"));
  }
}
