package dev.berth.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Diagnostics for programs: one JSON object, also when nothing is wrong. */
public final class JsonReport {

  /** {@code {"errors": n, ... "diagnostics": [...]}}; columns count characters and start at 1. */
  public String print(List<Diagnostic> sorted) {
    return print(sorted, List.of());
  }

  /** The same of what rules found, with what is waived beside it. */
  public String print(Findings findings) {
    return print(List.copyOf(findings.standing()), findings.waived());
  }

  private static String print(List<Diagnostic> sorted, List<Waived> waived) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    for (Severity severity : Severity.values()) {
      report.put(severity + "s", sorted.stream().filter(it -> it.severity() == severity).count());
    }
    ArrayNode diagnostics = report.putArray("diagnostics");
    sorted.forEach(diagnostic -> put(diagnostics.addObject(), diagnostic));
    ArrayNode apart = report.putArray("waived");
    for (Waived each : waived) {
      ObjectNode entry = apart.addObject();
      put(entry, each.finding());
      entry
          .putObject("waiver")
          .put("owner", SecretScan.mask(each.owner()))
          .put("reason", SecretScan.mask(each.reason()))
          .put("until", each.until().toString());
    }
    return JsonText.of(report);
  }

  private static void put(ObjectNode entry, Diagnostic diagnostic) {
    entry
        .put("file", SecretScan.mask(diagnostic.at().file()))
        .put("line", diagnostic.at().line())
        .put("column", diagnostic.at().column())
        .put("width", diagnostic.width())
        .put("severity", diagnostic.severity().toString())
        .put("code", diagnostic.code())
        .put("what", SecretScan.mask(diagnostic.what()))
        .put("mend", SecretScan.mask(diagnostic.mend()));
    if (diagnostic instanceof Finding finding) {
      entry.put("subject", SecretScan.mask(finding.subject()));
    }
  }
}
