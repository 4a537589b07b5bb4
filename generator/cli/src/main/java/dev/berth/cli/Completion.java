package dev.berth.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code berth completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(berth completion bash)",
      "  berth completion zsh > ~/.berth-completion && source ~/.berth-completion"
    })
final class Completion implements Callable<Integer> {

  /** A shell with completion. */
  enum Shell {
    BASH,
    /** Through its own bashcompinit, which the script switches on. */
    ZSH;

    /** The word users write. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash (the default) or zsh.")
  private Shell shell = Shell.BASH;

  private final Berth berth;

  Completion(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    String script =
        AutoComplete.bash("berth", CommandTree.of(new Berth(berth.around(), berth.workshop())));
    berth
        .terminal()
        .result(
            shell == Shell.ZSH ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script);
    return Exit.DONE;
  }
}
