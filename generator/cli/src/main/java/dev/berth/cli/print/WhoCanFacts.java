package dev.berth.cli.print;

import dev.berth.access.AccessMap;
import dev.berth.model.Environment;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody who may do something with one resource: the shape of {@code berth who-can --format
 * json}.
 *
 * @param format names this shape and its version; keys are added, never renamed or dropped, without
 *     a new one
 * @param rows sorted by who it is
 */
public record WhoCanFacts(
    String format, String resource, String environment, List<AccessFacts> rows) {

  /** The one there is today. */
  public static final String FORMAT = "berth-who-can/1";

  public static WhoCanFacts of(AccessMap map, String resource, Environment environment) {
    return new WhoCanFacts(
        FORMAT, resource, environment.name().text(), AccessFacts.of(map.whoCan(resource)));
  }

  /** For people. */
  public List<String> lines() {
    int many = (int) rows.stream().map(AccessFacts::who).distinct().count();
    List<String> lines =
        new ArrayList<>(
            Wrapped.ends(
                resource + " in " + environment,
                many == 0 ? "nobody can reach it" : "%d can reach it".formatted(many)));
    lines.add("");
    if (rows.isEmpty()) {
      lines.add("  Nobody: no agent, no member and no part of the cluster.");
    }
    rows.forEach(row -> lines.addAll(AccessText.row(AccessText.who(row, resource), row)));
    return lines;
  }
}
