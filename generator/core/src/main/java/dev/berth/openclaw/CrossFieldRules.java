package dev.berth.openclaw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What OpenClaw says of a configuration that its schema lets pass, as one field must fit another.
 * Each rule is one that {@code openclaw config validate} was seen to hold, and its own severity;
 * {@code scripts/e2e} holds them to agree. Left to it alone are plugins' own configurations and
 * whatever it looks up on the machine it runs on.
 */
final class CrossFieldRules {

  private final KnownNames known;

  CrossFieldRules(KnownNames known) {
    this.known = known;
  }

  /** Refusals first, each by path. */
  List<Objection> judge(JsonNode root, Set<String> variables) {
    List<Objection> core =
        sorted(Stream.of(AgentRules.judge(root), GatewayRules.judge(root), ModelRules.judge(root)));
    // OpenClaw looks at channels and plugins only when the rest is right, and warns of nothing.
    List<Objection> refused = core.stream().filter(Objection::refuses).toList();
    return refused.isEmpty()
        ? sorted(
            Stream.of(
                core.stream(),
                new ChannelRules(known).judge(root),
                PluginRules.judge(root, known),
                VariableRules.judge(root, variables)))
        : refused;
  }

  private static List<Objection> sorted(Stream<Stream<Objection>> objections) {
    return objections
        .flatMap(each -> each)
        .distinct()
        .sorted(
            Comparator.comparing(Objection::refuses)
                .reversed()
                .thenComparing(Objection::path)
                .thenComparing(Objection::what))
        .toList();
  }

  static Objection refused(String path, String what) {
    return new Objection(path, true, what);
  }

  static Objection warned(String path, String what) {
    return new Objection(path, false, what);
  }
}
