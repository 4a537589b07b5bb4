package dev.berth.cli.print;

import dev.berth.plan.CarriedKnowledge;
import java.util.ArrayList;
import java.util.List;

/** A preview for people: 80 columns, and an agent's lines depend on that agent alone. */
public final class PreviewText {

  private PreviewText() {}

  public static List<String> lines(Preview preview) {
    if (preview.secretStore().equals(SecretList.VARIABLES)) {
      return LaptopPreviewText.lines(preview);
    }
    List<String> lines = new ArrayList<>(head(preview));
    for (TeamFacts team : preview.teams()) {
      lines.add("");
      lines.addAll(Wrapped.ends(team.name() + "/", quota(team.quota())));
      if (!team.may().isEmpty()) {
        lines.add("  every agent may");
        lines.addAll(Wrapped.pieces("      ", AgentText.may(team.may()), " "));
      }
      team.agents().forEach(agent -> lines.addAll(AgentText.lines(agent)));
    }
    lines.add("");
    lines.addAll(counts(preview));
    lines.addAll(secrets(preview));
    lines.addAll(knowledge(preview));
    if (preview.stacks().isEmpty()) {
      lines.addAll(
          Wrapped.words(
              "Left out     ",
              "knowledge folders and grants, which are Google Cloud's: on the target "
                  + preview.environment().target()
                  + " agents have none yet"));
    }
    lines.add("");
    return lines;
  }

  static List<String> head(Preview preview) {
    Preview.Place place = preview.environment();
    int agents = preview.teams().stream().mapToInt(team -> team.agents().size()).sum();
    return Wrapped.ends(
        "Berth  %s  %s %s %s"
            .formatted(place.name(), place.target(), place.project(), place.region())
            .stripTrailing(),
        Count.of(agents, "agent") + " in " + Count.of(preview.teams().size(), "team"));
  }

  private static String quota(TeamFacts.Use use) {
    return "%s of %s   cpu %s of %s   memory %s of %s"
        .formatted(
            Integer.toString(use.agents()),
            Count.of(use.mostAgents(), "agent"),
            cpu(use.cpuMillicores()),
            cpu(use.mostCpuMillicores()),
            memory(use.memoryMebibytes()),
            memory(use.mostMemoryMebibytes()));
  }

  // A sum may be more than one agent's range, or nothing at all.
  private static String cpu(long millicores) {
    return millicores % 1000 == 0 ? Long.toString(millicores / 1000) : millicores + "m";
  }

  private static String memory(long mebibytes) {
    return mebibytes % 1024 == 0 ? mebibytes / 1024 + "Gi" : mebibytes + "Mi";
  }

  private static List<String> counts(Preview preview) {
    Preview.Counts counts = preview.counts();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Wrapped.ends(
            "Would exist  platform %s   teams %s   agents %s"
                .formatted(text(counts.platform()), text(counts.teams()), text(counts.agents())),
            Count.of(counts.resources(), "resource")
                + ", "
                + Count.of(preview.stacks().size(), "stack")));
    for (StackFacts stack : preview.stacks()) {
      lines.addAll(
          Wrapped.pieces(
              "  %s %s: ".formatted(stack.folder(), stack.stack()),
              " ".repeat(13),
              stack.kinds().entrySet().stream()
                  .map(kind -> kind.getValue() + " " + kind.getKey())
                  .toList(),
              ", "));
    }
    return lines;
  }

  private static String text(int number) {
    return Integer.toString(number);
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
            "of %s: pulled at start, pushed every %s min to gs://%s/agents/"
                .formatted(
                    Count.of(pushed, "agent"),
                    Integer.toString(CarriedKnowledge.EVERY_MINUTES),
                    preview.environment().bucket()));
  }

  private static List<String> secrets(Preview preview) {
    List<String> lines = new ArrayList<>();
    List<String> names = preview.secrets().stream().map(Preview.SecretFacts::name).toList();
    if (names.isEmpty()) {
      return List.of("Needs first  nothing: no agent reads a secret");
    }
    lines.addAll(
        Wrapped.ends(
            "Needs first  %s in %s"
                .formatted(
                    Count.of(names.size(), "secret"), SecretListText.words(preview.secretStore())),
            preview.secretStore().equals("vault") || preview.secretStore().equals("kubernetes")
                ? "berth secrets"
                : "berth secrets --missing"));
    lines.addAll(Wrapped.pieces(" ".repeat(13), names, "  "));
    return lines;
  }
}
