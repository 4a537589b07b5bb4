package dev.berth.rules.configuration;

import dev.berth.model.Agent;
import dev.berth.openclaw.Objection;
import dev.berth.openclaw.WorkspaceBudget;
import dev.berth.plan.PlannedAgent;
import dev.berth.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be said of a configuration, and of every one like it.
 *
 * @param judged the name of the agent that was looked at
 * @param said empty where nobody here knows the version
 * @param budget what its workspace may hold
 */
record Verdict(String judged, Optional<List<Objection>> said, WorkspaceBudget budget) {

  Verdict(String judged, Optional<List<Objection>> said, String configuration) {
    this(judged, said, WorkspaceBudget.of(configuration, judged));
  }

  /** The same of one agent, each at the line that causes it. */
  Stream<Fault> faults(PlannedAgent planned) {
    Agent agent = planned.agent();
    String version = agent.openclaw().value().text();
    return said.isEmpty()
        ? Stream.of(
            new Fault(
                ConfigurationRule.UNCHECKED,
                Rule.line(agent.openclaw().from(), agent),
                version,
                "",
                ""))
        : said.get().stream()
            .map(
                each ->
                    new Fault(
                        each.refuses() ? ConfigurationRule.REFUSED : ConfigurationRule.WARNED,
                        Rule.line(planned.because(each.path()), agent),
                        version,
                        path(each.path()),
                        each.what()));
  }

  /** Agents have one fault when the path differs in their own names alone. */
  private String path(String path) {
    String own = "agents.entries." + judged;
    return path.equals(own) || path.startsWith(own + ".")
        ? "agents.entries.*" + path.substring(own.length())
        : path;
  }
}
