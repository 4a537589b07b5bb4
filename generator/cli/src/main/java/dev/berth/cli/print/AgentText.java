package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One agent of a preview. */
final class AgentText {

  // Fixed columns: an agent with a long name moves no other agent's text.
  private static final int MODEL = 14;
  private static final int CHANNELS = 34;

  private AgentText() {}

  static List<String> lines(AgentFacts agent) {
    List<String> lines = new ArrayList<>(head(agent));
    lines.addAll(Wrapped.pieces("    may    ", may(agent.may()), " "));
    lines.addAll(
        Wrapped.pieces(
            "    asks   ",
            agent.asks().isEmpty()
                ? List.of("nobody")
                : agent.asks().stream().map(AgentFacts.Asks::host).distinct().toList(),
            "  "));
    if (!agent.calls().isEmpty()) {
      lines.addAll(Wrapped.pieces("    calls  ", agent.calls(), ", "));
    }
    List<String> secrets =
        agent.needs().stream().map(AgentFacts.Needs::secret).distinct().sorted().toList();
    if (!secrets.isEmpty()) {
      String word = secrets.size() == 1 ? "secret" : "secrets";
      lines.addAll(Wrapped.pieces("    needs  " + word + " ", secrets, ", "));
    }
    return lines;
  }

  private static List<String> head(AgentFacts agent) {
    return head(
        agent,
        "%s cpu  %s  %s"
            .formatted(agent.limits().cpu(), agent.limits().memory(), agent.limits().disk()));
  }

  /**
   * Its name, model and channels, and what is said at the line's end.
   *
   * @param most the most it may use
   */
  static List<String> head(AgentFacts agent, String most) {
    String model = agent.model().substring(agent.model().indexOf('/') + 1);
    String channels =
        agent.channels().isEmpty() ? "no channel" : String.join(", ", agent.channels());
    String left = at(CHANNELS, at(MODEL, "  " + agent.name()) + model) + channels;
    if (left.length() + 2 + most.length() <= Wrapped.COLUMNS) {
      return Wrapped.ends(left, most);
    }
    List<String> lines = new ArrayList<>();
    lines.add("  " + agent.name());
    lines.addAll(Wrapped.ends(at(CHANNELS, at(MODEL, "") + model) + channels, most));
    return lines;
  }

  private static String at(int column, String text) {
    return text + " ".repeat(Math.max(column - text.length(), text.isEmpty() ? 0 : 2));
  }

  /** {@code read and write its own knowledge, papers; read faq}, in pieces that stay whole. */
  static List<String> may(List<May> allowed) {
    Map<String, List<String>> byVerb = new LinkedHashMap<>();
    for (May may : allowed) {
      byVerb.computeIfAbsent(may.verb(), verb -> new ArrayList<>()).add(may.what() + may.end());
    }
    if (byVerb.isEmpty()) {
      return List.of("touch", "nothing", "outside", "its", "pod");
    }
    List<String> pieces = new ArrayList<>();
    byVerb.forEach(
        (verb, things) -> {
          for (int each = 0; each < things.size(); each++) {
            String end = each < things.size() - 1 ? "," : ";";
            pieces.add((each == 0 ? verb + " " : "") + things.get(each) + end);
          }
        });
    int last = pieces.size() - 1;
    pieces.set(last, pieces.get(last).substring(0, pieces.get(last).length() - 1));
    return pieces;
  }
}
