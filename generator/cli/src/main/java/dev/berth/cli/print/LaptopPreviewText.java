package dev.berth.cli.print;

import dev.berth.plan.CarriedKnowledge;
import java.util.ArrayList;
import java.util.List;

/** A preview of agents as processes of one machine, for people. */
final class LaptopPreviewText {

  private LaptopPreviewText() {}

  static List<String> lines(Preview preview) {
    List<String> lines = new ArrayList<>(PreviewText.head(preview));
    for (TeamFacts team : preview.teams()) {
      lines.add("");
      lines.addAll(Wrapped.ends(team.name() + "/", Count.of(team.agents().size(), "agent")));
      for (AgentFacts agent : team.agents()) {
        lines.addAll(agent(agent, preview.starts().contains(team.name() + "/" + agent.name())));
      }
    }
    lines.add("");
    lines.addAll(starts(preview));
    lines.addAll(secrets(preview));
    lines.addAll(knowledge(preview));
    lines.addAll(Wrapped.words("Channels     ", channels(preview)));
    lines.addAll(
        Wrapped.words(
            "Not enforced ",
            "agents run as you: egress, IAM and Kubernetes rules of their files hold on clusters"
                + " alone"));
    lines.add("");
    return lines;
  }

  private static List<String> agent(AgentFacts agent, boolean starts) {
    List<String> lines =
        new ArrayList<>(
            AgentText.head(agent, (starts ? "starts  " : "") + agent.limits().memory()));
    lines.addAll(Wrapped.pieces("    knows  ", knows(agent.knowledge()), ", "));
    List<String> variables =
        agent.needs().stream().map(AgentFacts.Needs::variable).distinct().sorted().toList();
    if (!variables.isEmpty()) {
      lines.addAll(Wrapped.pieces("    needs  ", variables, ", "));
    }
    return lines;
  }

  private static List<String> knows(AgentFacts.Knowledge knowledge) {
    List<String> knows = new ArrayList<>();
    if (!knowledge.own().isEmpty()) {
      knows.add(knowledge.pushed() ? "what it learns" : "its own, read-only");
    }
    knows.addAll(knowledge.shared());
    return knows.isEmpty() ? List.of("nothing but its soul") : knows;
  }

  private static List<String> starts(Preview preview) {
    String command = "berth up --env " + preview.environment().name();
    int all = preview.teams().stream().mapToInt(team -> team.agents().size()).sum();
    List<String> lines =
        new ArrayList<>(
            Wrapped.ends("Would start  " + Count.of(preview.starts().size(), "agent"), command));
    lines.addAll(Wrapped.pieces(" ".repeat(13), preview.starts(), "  "));
    if (preview.starts().size() < all) {
      lines.addAll(
          Wrapped.ends(" ".repeat(13) + "any other when it is named", command + " TEAM/AGENT"));
    }
    return lines;
  }

  private static List<String> secrets(Preview preview) {
    List<String> variables =
        preview.secrets().stream().map(Preview.SecretFacts::variable).sorted().toList();
    if (variables.isEmpty()) {
      return List.of("Needs first  nothing: no agent reads a secret");
    }
    List<String> lines =
        new ArrayList<>(
            Wrapped.ends(
                "Needs first  %s, or lines of .env"
                    .formatted(Count.of(variables.size(), "variable")),
                "berth secrets --missing --env " + preview.environment().name()));
    lines.addAll(Wrapped.pieces(" ".repeat(13), variables, "  "));
    return lines;
  }

  private static List<String> knowledge(Preview preview) {
    long pushed =
        preview.teams().stream()
            .flatMap(team -> team.agents().stream())
            .filter(agent -> agent.knowledge().pushed())
            .count();
    return pushed == 0
        ? List.of()
        : Wrapped.words(
            "Knowledge    ",
            "of %s: in folders of this machine, pulled at start, pushed every %s min and at the end"
                .formatted(
                    Count.of(pushed, "agent"), Integer.toString(CarriedKnowledge.EVERY_MINUTES)));
  }

  private static String channels(Preview preview) {
    boolean open =
        preview.teams().stream()
            .flatMap(team -> team.agents().stream())
            .anyMatch(agent -> !agent.channels().isEmpty());
    return open
        ? "on: each bot answers from here, so it must answer from nowhere else"
        : "off: agents answer `berth ask` alone";
  }
}
