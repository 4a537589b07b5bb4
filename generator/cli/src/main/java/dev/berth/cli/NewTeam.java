package dev.berth.cli;

import dev.berth.model.Name;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth new team}. */
@Command(
    name = "team",
    description = {
      "Write agents/NAME/team.yaml.",
      "Nothing is overwritten, and nothing is written that check would refuse."
    },
    footer = {"", "Examples:", "  berth new team sales --owner sales@example.com"})
final class NewTeam implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The team; also its namespace.")
  private String name = "";

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "ADDRESS",
      description = "Where its people are written to.")
  private String owner = "";

  @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
  private boolean dryRun;

  private final Berth berth;

  NewTeam(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    Name team = Name.parse(name).orElseThrow(() -> Stop.usage(Draft.notAName("a team", name)));
    String text =
        """
        # yaml-language-server: $schema=../../docs/schemas/team.schema.json
        owner: %s
        # The most its agents may use together.
        quota: { cpu: 4, memory: 8Gi, agents: 4 }
        """
            .formatted(Draft.yaml(owner));
    Draft draft =
        new Draft(List.of(SourceFile.of(Sources.AGENTS + team + "/" + Sources.TEAM, text)));
    return draft.write(berth, dryRun, "Next: berth new agent %s/NAME".formatted(team));
  }
}
