package dev.berth.rules.configuration;

import dev.berth.diagnose.Finding;
import dev.berth.openclaw.Objection;
import dev.berth.openclaw.SchemaCheck;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds what every agent becomes against the OpenClaw version it will meet. Agents that differ in
 * their name alone are judged once where the template says the name as text and does nothing else
 * with it: no schema tells one legal name from another, which a law test holds.
 */
public final class ConfigurationRules {

  /** Those that judge here, for lists of rules. */
  public static final List<Rule> RULES =
      List.of(
          ConfigurationRule.REFUSED,
          ConfigurationRule.WARNED,
          ConfigurationRule.UNCHECKED,
          ConfigurationRule.SOUL);

  /** What two agents share when their configurations get one verdict. */
  private record Shape(String version, Map<String, Object> values) {}

  private final Function<Map<String, Object>, String> configuration;
  private final boolean namesAreText;
  private final Function<String, Optional<SchemaCheck>> versions;
  private final Map<String, Optional<SchemaCheck>> checks = new HashMap<>();

  /**
   * @param configuration an openclaw.json of what its template may say
   * @param namesAreText whether the template says an agent's name and does nothing else with it
   */
  public ConfigurationRules(
      Function<Map<String, Object>, String> configuration, boolean namesAreText) {
    this(configuration, namesAreText, SchemaCheck::of);
  }

  /**
   * @param versions what a version of OpenClaw accepts; empty where nobody here knows
   */
  ConfigurationRules(
      Function<Map<String, Object>, String> configuration,
      boolean namesAreText,
      Function<String, Optional<SchemaCheck>> versions) {
    this.configuration = configuration;
    this.namesAreText = namesAreText;
    this.versions = versions;
  }

  /** All that is found in these plans; of many agents with one fault it is one finding. */
  public List<Finding> judge(List<Plan> plans) {
    Map<Shape, Verdict> verdicts = new HashMap<>();
    Map<Fault, List<PlannedAgent>> faults = new LinkedHashMap<>();
    SoulRule souls = new SoulRule();
    for (Plan plan : plans) {
      for (PlannedAgent agent : plan.agents()) {
        Optional<Configured> made = Configured.of(agent);
        if (made.isPresent()) {
          Verdict verdict =
              verdicts.computeIfAbsent(shape(made.get()), each -> verdict(made.get()));
          verdict
              .faults(agent)
              .forEach(
                  fault -> faults.computeIfAbsent(fault, each -> new ArrayList<>()).add(agent));
          souls.judge(agent.agent(), verdict.budget());
        }
      }
    }
    return Stream.concat(
            faults.entrySet().stream().map(each -> each.getKey().finding(each.getValue())),
            souls.findings())
        .toList();
  }

  private Shape shape(Configured made) {
    Map<String, Object> values = made.values();
    if (namesAreText) {
      values = new HashMap<>(values);
      values.remove(Configured.NAME);
    }
    return new Shape(made.version(), values);
  }

  private Verdict verdict(Configured made) {
    String text = configuration.apply(made.values());
    Optional<List<Objection>> said =
        checks
            .computeIfAbsent(made.version(), versions)
            .map(check -> check.judge(text, made.variables()));
    return new Verdict(made.name(), said, text);
  }
}
