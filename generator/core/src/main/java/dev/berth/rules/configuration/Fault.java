package dev.berth.rules.configuration;

import dev.berth.diagnose.Finding;
import dev.berth.model.Origin;
import dev.berth.plan.PlannedAgent;
import java.util.List;

/**
 * One thing OpenClaw says of the configurations of one or more agents.
 *
 * @param at the line that causes it
 * @param path into openclaw.json, with {@code *} for the agent's name; empty for all of it
 * @param what behind the path; empty when no version is known that would say anything
 */
record Fault(ConfigurationRule rule, Origin at, String version, String path, String what) {

  Finding finding(List<PlannedAgent> agents) {
    String whose = whose(agents);
    Object subject = agents.get(0).id();
    if (rule.equals(ConfigurationRule.UNCHECKED)) {
      return rule.finding(
          at,
          subject,
          "Berth has no schema of OpenClaw %s, so nothing checks the configuration of %s"
              .formatted(version, whose),
          "run `scripts/openclaw-schema %s` in Berth's checkout, or `berth openclaw verify`"
              .formatted(version));
    }
    String place = path.isEmpty() ? "its top" : "`" + path + "`";
    return rule.finding(
        at,
        subject,
        "OpenClaw %s %s the configuration of %s: %s %s"
            .formatted(
                version,
                rule.equals(ConfigurationRule.REFUSED) ? "does not start with" : "warns of",
                whose,
                place,
                what),
        "write another version behind `openclaw:`, or mend %s in templates/openclaw/openclaw.json"
            .formatted(place));
  }

  private static String whose(List<PlannedAgent> agents) {
    long others = agents.stream().map(PlannedAgent::id).distinct().count() - 1;
    return agents.get(0).id()
        + (others == 0 ? "" : others == 1 ? " and one more" : " and " + others + " more");
  }
}
