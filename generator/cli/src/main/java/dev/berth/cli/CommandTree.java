package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.berth.model.ChannelKind;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands under {@code berth}, and answers for what goes wrong in them. */
final class CommandTree {

  private CommandTree() {}

  /** The whole command line; the commands' work is loaded only when one runs. */
  static CommandLine of(Berth berth) {
    CommandLine line =
        new CommandLine(berth)
            .addSubcommand(new Check(berth))
            .addSubcommand(new PreviewCommand(berth))
            .addSubcommand(new Render(berth))
            .addSubcommand(
                new CommandLine(new New())
                    .addSubcommand(new NewTeam(berth))
                    .addSubcommand(new NewAgent(berth)))
            .addSubcommand(new Explain(berth))
            .addSubcommand(new EgressCommand(berth))
            .addSubcommand(new Can(berth))
            .addSubcommand(new WhoCan(berth))
            .addSubcommand(new Why(berth))
            .addSubcommand(new SecretsCommand(berth))
            .addSubcommand(new Schema(berth))
            .addSubcommand(new Up(berth))
            .addSubcommand(new Probe(berth))
            .addSubcommand(new Down(berth))
            .addSubcommand(new Status(berth))
            .addSubcommand(new Logs(berth))
            .addSubcommand(new Ask(berth))
            .addSubcommand(new Restart(berth))
            .addSubcommand(KnowledgeCommand.of(berth))
            .addSubcommand(OpenClawCommand.of(berth))
            .addSubcommand(new Completion(berth))
            .addSubcommand(new Version(berth));
    line.registerConverter(Format.class, new Words<>(List.of(Format.values())))
        .registerConverter(Color.class, new Words<>(List.of(Color.values())))
        .registerConverter(Schema.Kind.class, new Words<>(List.of(Schema.Kind.values())))
        .registerConverter(Completion.Shell.class, new Words<>(List.of(Completion.Shell.values())))
        .registerConverter(ChannelKind.class, new Words<>(List.of(ChannelKind.values())))
        .setOverwrittenOptionsAllowed(false)
        .setOut(new PrintWriter(berth.around().out(), true, UTF_8))
        .setUsageHelpWidth(80)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExecutionExceptionHandler((thrown, at, parsed) -> stopped(berth, thrown))
        .setParameterExceptionHandler((thrown, args) -> misused(berth, thrown));
    return line;
  }

  private static int stopped(Berth berth, Exception thrown) {
    if (thrown instanceof Stop stop) {
      berth.terminal().complaint("berth: " + stop.message());
      return stop.code();
    }
    if (thrown instanceof UncheckedIOException disk) {
      berth
          .terminal()
          .complaint("berth: %s\nmend: check that path and its rights".formatted(words(disk)));
      return Exit.USAGE;
    }
    return broken(berth, thrown);
  }

  /** One line for a bug of Berth; all of it with {@code --trace}. */
  static int broken(Berth berth, Throwable thrown) {
    berth
        .terminal()
        .complaint(
            "berth: a bug: %s; please report it, with what --trace prints".formatted(thrown));
    if (berth.trace()) {
      thrown.printStackTrace(berth.around().err());
    }
    return Exit.BUG;
  }

  // Of some failures Java says the path alone, and its class's name the rest.
  private static String words(UncheckedIOException disk) {
    String[] kindAndPath = String.valueOf(disk.getCause()).split(": ", 2);
    String kind = kindAndPath[0].substring(kindAndPath[0].lastIndexOf('.') + 1);
    return kind.replace("Exception", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(ROOT)
        + (kindAndPath.length > 1 ? ": " + kindAndPath[1] : "");
  }

  private static int misused(Berth berth, ParameterException thrown) {
    CommandSpec command = thrown.getCommandLine().getCommandSpec();
    String what =
        thrown instanceof UnmatchedArgumentException unmatched
            ? unknown(command, unmatched.getUnmatched().get(0))
            : thrown.getMessage() + "\nmend: see `" + command.qualifiedName() + " --help`";
    berth.terminal().complaint("berth: " + what);
    return Exit.USAGE;
  }

  private static String unknown(CommandSpec command, String word) {
    if (word.startsWith("-")) {
      return Suggestion.unknown(
          "option",
          word.split("=", 2)[0],
          command.options().stream().map(OptionSpec::longestName).sorted().toList());
    }
    return command.subcommands().isEmpty()
        ? "`%s` is one word too many\nmend: see `%s --help`"
            .formatted(word, command.qualifiedName())
        : Suggestion.unknown("command", word, List.copyOf(command.subcommands().keySet()));
  }
}
