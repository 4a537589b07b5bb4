package dev.berth.cli;

import dev.berth.model.AgentId;
import dev.berth.model.ChannelKind;
import dev.berth.model.Name;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code berth new agent}. */
@Command(
    name = "agent",
    description = {
      "Write agents/TEAM/NAME.yaml, and its soul unless there is one.",
      "Nothing is overwritten, and nothing is written that check would refuse."
    },
    footer = {
      "",
      "Examples:",
      "  berth new agent sales/helper",
      "  berth new agent sales/helper --channel telegram --channel slack",
      "  berth new agent sales/helper --soul quotes"
    })
final class NewAgent implements Callable<Integer> {

  @Parameters(paramLabel = "TEAM/NAME", description = "The agent.")
  private String agent = "";

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "telegram, discord, slack or whatsapp; may be given again.")
  private List<ChannelKind> channels = new ArrayList<>();

  @Option(
      names = "--soul",
      paramLabel = "NAME",
      description = "souls/NAME.md; by default of the agent's own name.")
  private Optional<String> soul = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
  private boolean dryRun;

  private final Berth berth;

  NewAgent(Berth berth) {
    this.berth = berth;
  }

  @Override
  public Integer call() {
    AgentId id = id();
    Path root = berth.root();
    if (!Files.exists(root.resolve(Sources.AGENTS + id.team() + "/" + Sources.TEAM))) {
      throw Stop.usage(
          "there is no team %s\nmend: berth new team %s --owner you@example.com"
              .formatted(id.team(), id.team()));
    }
    Name name =
        soul.map(
                text ->
                    Name.parse(text).orElseThrow(() -> Stop.usage(Draft.notAName("a soul", text))))
            .orElse(id.agent());
    List<SourceFile> files = new ArrayList<>();
    files.add(SourceFile.of(Sources.AGENTS + id + ".yaml", declaration(id, name)));
    String soulPath = Sources.SOULS + name + ".md";
    if (!Files.exists(root.resolve(soulPath))) {
      files.add(SourceFile.of(soulPath, "# %s\n\nYou are %s.\n".formatted(name, name)));
    }
    return new Draft(files)
        .write(berth, dryRun, "Next: say in %s who it is, then berth preview".formatted(soulPath));
  }

  private AgentId id() {
    int slash = agent.indexOf('/');
    if (slash < 0) {
      throw Stop.usage(
          "`%s` names no team\nmend: write TEAM/NAME, such as sales/%s".formatted(agent, agent));
    }
    String team = agent.substring(0, slash);
    String name = agent.substring(slash + 1);
    return new AgentId(
        Name.parse(team).orElseThrow(() -> Stop.usage(Draft.notAName("a team", team))),
        Name.parse(name).orElseThrow(() -> Stop.usage(Draft.notAName("an agent", name))));
  }

  private String declaration(AgentId id, Name soulName) {
    StringBuilder text =
        new StringBuilder("# yaml-language-server: $schema=../../docs/schemas/agent.schema.json\n");
    // A file must say something, and whose soul it is says most.
    if (channels.isEmpty() || !soulName.equals(id.agent())) {
      text.append("soul: ").append(soulName).append('\n');
    }
    if (!channels.isEmpty()) {
      text.append("channels:\n");
      channels.stream().distinct().sorted().forEach(kind -> text.append(channel(id, kind)));
    }
    return text.toString();
  }

  private static String channel(AgentId id, ChannelKind kind) {
    String secrets =
        kind.secretKeys().stream()
            .map(key -> key + ": " + id.team() + "-" + id.agent() + "-" + kind + "-" + kebab(key))
            .collect(Collectors.joining(", "));
    return "  " + kind + ": " + (secrets.isEmpty() ? "{}" : "{ " + secrets + " }") + "\n";
  }

  private static String kebab(String key) {
    return key.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
