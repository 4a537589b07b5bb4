package dev.berth.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Diagnostics for code scanning: SARIF 2.1.0, with a rule for every code that occurs. */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String version;

  /**
   * @param version of Berth, as {@code berth version} prints it
   */
  public SarifReport(String version) {
    this.version = version;
  }

  public String print(List<Diagnostic> sorted) {
    List<String> codes =
        new ArrayList<>(new TreeSet<>(sorted.stream().map(Diagnostic::code).toList()));
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = report.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Berth").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    for (String code : codes) {
      ObjectNode rule = rules.addObject().put("id", code);
      rule.putObject("shortDescription").put("text", code.replace('-', ' '));
      rule.putObject("defaultConfiguration").put("level", "error");
    }
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    sorted.forEach(it -> addResult(results.addObject(), it, codes.indexOf(it.code())));
    return JsonText.of(report);
  }

  private static void addResult(ObjectNode result, Diagnostic diagnostic, int rule) {
    result.put("ruleId", diagnostic.code()).put("ruleIndex", rule).put("level", "error");
    String text = diagnostic.what() + "; mend: " + diagnostic.mend();
    result.putObject("message").put("text", SecretScan.mask(text));
    ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
    place
        .putObject("artifactLocation")
        .put("uri", uri(SecretScan.mask(diagnostic.at().file())))
        .put("uriBaseId", "%SRCROOT%");
    place
        .putObject("region")
        .put("startLine", diagnostic.at().line())
        .put("startColumn", diagnostic.at().column())
        .put("endColumn", diagnostic.at().column() + diagnostic.width());
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be escaped: " + path, e);
    }
  }
}
