package dev.berth.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Diagnostics for programs: one JSON object, also when nothing is wrong. */
public final class JsonReport {

  /** {@code {"errors": n, "diagnostics": [...]}}; columns count characters and start at 1. */
  public String print(List<Diagnostic> sorted) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("errors", sorted.size());
    ArrayNode diagnostics = report.putArray("diagnostics");
    for (Diagnostic diagnostic : sorted) {
      diagnostics
          .addObject()
          .put("file", SecretScan.mask(diagnostic.at().file()))
          .put("line", diagnostic.at().line())
          .put("column", diagnostic.at().column())
          .put("width", diagnostic.width())
          .put("severity", "error")
          .put("code", diagnostic.code())
          .put("what", SecretScan.mask(diagnostic.what()))
          .put("mend", SecretScan.mask(diagnostic.mend()));
    }
    return JsonText.of(report);
  }
}
