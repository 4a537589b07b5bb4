package dev.berth.rules;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.RuleText;
import dev.berth.model.Fleet;
import dev.berth.plan.Plan;
import dev.berth.rules.configuration.ConfigurationRules;
import dev.berth.rules.objects.ObjectRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules, and how they judge a fleet. */
public final class RulePack {

  private static final RulePack BUILT_IN =
      new RulePack(
          Stream.<Rule>concat(
                  Stream.of(
                      new ChannelSecretShared(),
                      new EnvironmentsShareIdentities(),
                      new GrantExpiresSoon(),
                      new GrantWithoutEnd(),
                      new HostsStayOpen(),
                      new KnowledgeNotCarried(),
                      new LethalTrio(),
                      new NoClusterNetworkPolicy(),
                      new PublicAgentWritesSharedFolder(),
                      new SecretUnused(),
                      new TeamFolderUnused(),
                      new TeamWithoutMembers(),
                      new UnsandboxedPublicAgent(),
                      new WildcardEgress()),
                  Stream.concat(ConfigurationRules.RULES.stream(), ObjectRules.all().stream()))
              .toList());

  private final List<Rule> rules;
  private final List<FleetRule> fleetRules;

  /**
   * @param rules of whatever kind, but those on waivers
   */
  RulePack(List<Rule> rules) {
    this.rules =
        Stream.concat(rules.stream(), Waivers.RULES.stream())
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    this.fleetRules =
        rules.stream().filter(FleetRule.class::isInstance).map(FleetRule.class::cast).toList();
  }

  /** The rules that come with Berth. */
  public static RulePack builtIn() {
    return BUILT_IN;
  }

  /** Every rule, also those on waivers, by id. */
  public List<Rule> rules() {
    return rules;
  }

  /** What reports say of each, by id. */
  public List<RuleText> texts() {
    return rules().stream().map(Rule::text).toList();
  }

  /** The ids a waiver may name. */
  public SortedSet<String> waivable() {
    return ids(Rule::waivable);
  }

  /** The ids of rules that hold for everybody. */
  public SortedSet<String> binding() {
    return ids(rule -> !rule.waivable());
  }

  private SortedSet<String> ids(Predicate<Rule> which) {
    return rules().stream()
        .filter(which)
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What the rules on fleets find in these environments, without what is waived.
   *
   * @param plans one an environment
   * @param everywhere whether they are of every environment that can be planned: only then is a
   *     waiver that waived nothing one that is not needed
   * @param today in UTC
   */
  public Findings judge(Fleet fleet, List<Plan> plans, boolean everywhere, LocalDate today) {
    return judgeConfigured(fleet, plans, List.of(), everywhere, today);
  }

  /**
   * The same, together with what the rules on configurations found in the same plans, and to no
   * waiver's use: nobody waives those.
   */
  public Findings judgeConfigured(
      Fleet fleet,
      List<Plan> plans,
      List<Finding> configured,
      boolean everywhere,
      LocalDate today) {
    List<Finding> found = new ArrayList<>(found(fleet, plans, today));
    found.addAll(configured);
    return waivers(fleet, today).applyTo(worst(found), everywhere ? ids(fleetRules) : Set.of());
  }

  /**
   * The same, together with what the rules on rendered things find.
   *
   * @param rendered what they found in all that these plans become
   */
  public Findings judge(
      Fleet fleet, List<Plan> plans, List<Finding> rendered, boolean everywhere, LocalDate today) {
    List<Finding> found = new ArrayList<>(found(fleet, plans, today));
    found.addAll(rendered);
    return waivers(fleet, today).applyTo(worst(found), everywhere ? ids(rules) : Set.of());
  }

  /** What stands of what rules found in rendered things, and what is waived. */
  public Findings stands(Fleet fleet, List<Finding> rendered, LocalDate today) {
    return waivers(fleet, today).applyTo(worst(rendered), Set.of());
  }

  private static Waivers waivers(Fleet fleet, LocalDate today) {
    return new Waivers(fleet.waivers(), today);
  }

  private static Set<String> ids(List<? extends Rule> rules) {
    return rules.stream().map(Rule::id).collect(Collectors.toSet());
  }

  private List<Finding> found(Fleet fleet, List<Plan> plans, LocalDate today) {
    return plans.stream()
        .map(plan -> new Scene(fleet, plan, today))
        .flatMap(scene -> fleetRules.stream().flatMap(rule -> rule.judge(scene)))
        .toList();
  }

  /** One thing found in two environments is one finding, of its greater weight. */
  static List<Finding> worst(List<Finding> found) {
    Map<List<Object>, Finding> byThing = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Diagnostic.ORDER))
        .forEach(
            each ->
                byThing.putIfAbsent(
                    List.of(each.at(), each.code(), each.subject(), each.what()), each));
    return List.copyOf(byThing.values());
  }
}
