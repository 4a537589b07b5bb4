package dev.berth.cli.print;

import dev.berth.access.AccessMap;
import dev.berth.access.Subject;
import dev.berth.model.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one agent, member or part of the cluster may do: the shape of {@code berth can
 * --format json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param rows sorted by layer and resource; an agent's own, then what its whole team has
 */
public record CanFacts(String format, String who, String environment, List<AccessFacts> rows) {

  /** The one there is today. */
  public static final String FORMAT = "berth-can/1";

  private static final Map<String, String> HEADINGS = headings();

  public static CanFacts of(AccessMap map, Subject who, Environment environment) {
    return new CanFacts(
        FORMAT, who.text(), environment.name().text(), AccessFacts.of(map.can(who)));
  }

  private static Map<String, String> headings() {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put("iam", "In Google Cloud");
    headings.put("rbac", "In the Kubernetes API");
    headings.put("network", "On the network");
    headings.put("secrets", "In its pod");
    return headings;
  }

  /** For people: a heading a layer, so that nothing is said where there is nothing. */
  public List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            Wrapped.ends(who + " in " + environment, Count.of(rows.size(), "permission")));
    HEADINGS.forEach(
        (layer, heading) -> {
          lines.add("");
          lines.add(heading);
          List<AccessFacts> own = rows.stream().filter(row -> row.layer().equals(layer)).toList();
          if (own.isEmpty()) {
            lines.add("  nothing");
          }
          own.forEach(row -> lines.addAll(AccessText.row(words(row), row)));
        });
    return lines;
  }

  private List<String> words(AccessFacts row) {
    String as = row.who().equals(who) ? "" : ", as " + row.who();
    return List.of("may " + row.may(), row.on(), "(%s%s)".formatted(row.through(), as));
  }
}
