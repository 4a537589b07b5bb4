package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.diagnose.Waived;
import dev.berth.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a fleet's owners took upon themselves, held against what was found. */
public final class Waivers {

  private static final WaiverExpired EXPIRED = new WaiverExpired();
  private static final WaiverUnused UNUSED = new WaiverUnused();

  /** The rules on waivers themselves. */
  static final List<Rule> RULES = List.of(EXPIRED, UNUSED);

  private final List<Waiver> waivers;
  private final LocalDate today;
  private final Map<String, Waiver> standing = new HashMap<>();

  /**
   * @param today in UTC
   */
  public Waivers(List<Waiver> waivers, LocalDate today) {
    this.waivers = List.copyOf(waivers);
    this.today = today;
    waivers.stream()
        .filter(waiver -> !expired(waiver))
        .forEach(waiver -> standing.put(key(waiver.rule(), waiver.agent().toString()), waiver));
  }

  /**
   * What was found apart from what is waived, and what there is to say of the waivers.
   *
   * @param judged the ids of the rules of which all that could be found was: a waiver of another
   *     may be needed elsewhere
   */
  public Findings applyTo(List<Finding> found, Set<String> judged) {
    List<Finding> stands = new ArrayList<>();
    List<Waived> waived = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    for (Finding each : found) {
      Optional<Waiver> waiver = Optional.ofNullable(standing.get(key(each.code(), each.subject())));
      waiver.ifPresent(
          it -> {
            used.add(it);
            waived.add(new Waived(each, it.owner(), it.reason(), it.until()));
          });
      if (waiver.isEmpty()) {
        stands.add(each);
      }
    }
    for (Waiver each : waivers) {
      if (expired(each)) {
        stands.add(EXPIRED.finding(each));
      } else if (judged.contains(each.rule()) && !used.contains(each)) {
        stands.add(UNUSED.finding(each));
      }
    }
    return new Findings(stands, waived);
  }

  /** Its last day is one it still holds on. */
  private boolean expired(Waiver waiver) {
    return today.isAfter(waiver.until());
  }

  private static String key(String rule, String subject) {
    return rule + " " + subject;
  }
}
