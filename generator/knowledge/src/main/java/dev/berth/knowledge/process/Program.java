package dev.berth.knowledge.process;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the program. */
@Command(
    name = "berth-knowledge",
    description = "Keeps what an agent knows in a store that outlives its machine.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:the command line is wrong, or the port is taken",
      "3:the store or the disk failed; trying again is safe",
      "4:refused by a promise, such as never to replace all with nothing",
      "70:a bug in Berth; please report it"
    })
final class Program {

  /** Names the form of the log where no option does; the image sets it. */
  static final String LOG_VARIABLE = "KNOWLEDGE_LOG";

  @Option(
      names = "--log",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:" + LOG_VARIABLE + ":-plain}",
      description = "plain or json; in the image json.")
  private Log.Form form = Log.Form.PLAIN;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  private final Outside outside;

  private Program(Outside outside) {
    this.outside = outside;
  }

  /** Runs one command to its end; returns what the process ends with. */
  static int run(Outside outside, String... arguments) {
    Program program = new Program(outside);
    CommandLine line =
        new CommandLine(program)
            .addSubcommand(new PullCommand(program))
            .addSubcommand(new WatchCommand(program))
            .addSubcommand(new PushCommand(program));
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(outside.out())
        .setParameterExceptionHandler((wrong, given) -> program.wrong(wrong))
        .setExecutionExceptionHandler((thrown, command, given) -> program.failed(thrown));
    try {
      return line.execute(arguments);
    } catch (Error tooDeepOrTooLarge) {
      return program.failed(tooDeepOrTooLarge);
    }
  }

  Outside outside() {
    return outside;
  }

  Log log() {
    return new Log(form, outside.clock(), outside.lines());
  }

  private int failed(Throwable thrown) {
    Failure failure = Failure.of(thrown);
    log().error(failure.sentence(), failure.mend());
    return failure.exitCode();
  }

  private int wrong(ParameterException wrong) {
    log().error(sentence(wrong), "berth-knowledge " + name(wrong) + " --help shows what to write");
    return Exit.USAGE;
  }

  private static String name(ParameterException wrong) {
    String name = wrong.getCommandLine().getCommandName();
    return name.equals("berth-knowledge") ? "" : name;
  }

  /** Never quotes a value: somebody may have written a password where none belongs. */
  private static String sentence(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return first.matches("--?[a-z][a-z-]{0,30}(=.*)?")
          ? "there is no option " + first.replaceFirst("=.*", "")
          : "there is an argument that nothing asks for";
    }
    if (wrong instanceof MissingParameterException missing) {
      return "missing: "
          + String.join(
              ", ", missing.getMissing().stream().map(each -> each.paramLabel()).toList());
    }
    return wrong.getArgSpec() instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
            + " is not written as "
            + option.paramLabel()
            + " must be: "
            + String.join(" ", option.description())
        : "name a command: pull, watch or push";
  }
}
