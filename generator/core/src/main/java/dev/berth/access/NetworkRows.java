package dev.berth.access;

import dev.berth.model.Origin;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.WayOut;
import java.util.stream.Stream;

/** Which connections an agent may open. */
final class NetworkRows {

  private NetworkRows() {}

  static Stream<AccessRow> of(Plan plan) {
    return plan.agents().stream().flatMap(NetworkRows::of);
  }

  private static Stream<AccessRow> of(PlannedAgent agent) {
    Subject who = Subject.agent(agent.id());
    return Stream.of(
            Stream.of(names(who)),
            metadata(agent, who),
            agent.asks().stream().map(way -> host(who, way)))
        .flatMap(rows -> rows);
  }

  private static AccessRow names(Subject who) {
    return way(
        who,
        "look names up at",
        ResourceWord.DNS,
        "TCP 53, UDP 53",
        Origin.BUILT_IN,
        "before any host is called");
  }

  /** Only who was granted something on Google Cloud has to say who it is. */
  private static Stream<AccessRow> metadata(PlannedAgent agent, Subject who) {
    return agent.may().stream()
        .limit(1)
        .map(
            first ->
                way(
                    who,
                    "ask for its own token at",
                    ResourceWord.METADATA,
                    "TCP 80",
                    first.because(),
                    "to use Google Cloud"));
  }

  private static AccessRow host(Subject who, WayOut way) {
    return way(who, "call", ResourceWord.host(way.host()), "TCP 443", way.because(), way.purpose());
  }

  private static AccessRow way(
      Subject who, String may, String on, String through, Origin because, String why) {
    return new AccessRow(Layer.NETWORK, who, may, on, through, because, why);
  }
}
