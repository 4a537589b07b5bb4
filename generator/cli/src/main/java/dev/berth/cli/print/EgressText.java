package dev.berth.cli.print;

import java.util.ArrayList;
import java.util.List;

/** The ways of one agent for people, in 80 columns. */
public final class EgressText {

  private static final int PURPOSE = 15;

  private EgressText() {}

  public static List<String> lines(Egress egress) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Wrapped.ends(
            egress.agent() + " in " + egress.environment(), "hosts of " + egress.catalogue()));
    lines.add("");
    lines.add("Out to hosts, on TCP 443");
    if (egress.hosts().isEmpty()) {
      lines.add("  nobody");
    }
    for (Egress.Host host : egress.hosts()) {
      lines.addAll(Wrapped.ends("  " + host.host(), host.enforced()));
      host.asks()
          .forEach(
              ask -> lines.addAll(Wrapped.words(at(PURPOSE, "    " + ask.purpose()), ask.from())));
    }
    if (!egress.calls().isEmpty()) {
      lines.add("");
      lines.add("Out to agents of its team");
      egress.calls().forEach(peer -> lines.addAll(peer(peer)));
    }
    lines.add("");
    lines.add("Out without asking");
    for (Egress.Fixed fixed : egress.fixed()) {
      lines.addAll(Wrapped.ends("  " + fixed.to(), fixed.ports()));
      lines.addAll(Wrapped.words("    ", fixed.why()));
    }
    lines.add("");
    lines.add("In");
    if (egress.callers().isEmpty()) {
      lines.add("  nobody");
    }
    egress.callers().forEach(peer -> lines.addAll(peer(peer)));
    lines.add("");
    lines.add("What rules about hosts cannot close");
    egress.limits().forEach(limit -> lines.addAll(limit(limit)));
    return lines;
  }

  private static List<String> peer(Egress.Peer peer) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Wrapped.ends("  " + peer.who(), "TCP " + peer.port()));
    lines.addAll(Wrapped.words("    ", peer.from()));
    return lines;
  }

  private static List<String> limit(EgressLimits.Limit limit) {
    return Wrapped.pieces("  - ", "    ", List.of(limit.what().split(" ", -1)), " ");
  }

  private static String at(int column, String text) {
    return text + " ".repeat(Math.max(2, column - text.length()));
  }
}
