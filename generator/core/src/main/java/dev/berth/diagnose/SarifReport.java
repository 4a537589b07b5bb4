package dev.berth.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Diagnostics for code scanning: SARIF 2.1.0, with a rule for every code that occurs. */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String version;
  private final Map<String, RuleText> texts;

  /**
   * @param version of Berth, as {@code berth version} prints it
   * @param texts of the rules whose findings there may be
   */
  public SarifReport(String version, List<RuleText> texts) {
    this.version = version;
    this.texts = texts.stream().collect(Collectors.toMap(RuleText::id, Function.identity()));
  }

  public String print(List<Diagnostic> sorted) {
    return print(sorted, List.of());
  }

  /** The same of what rules found; what is waived is there, and suppressed. */
  public String print(Findings findings) {
    return print(List.copyOf(findings.standing()), findings.waived());
  }

  private String print(List<Diagnostic> sorted, List<Waived> waived) {
    Stream<Diagnostic> all = Stream.concat(sorted.stream(), waived.stream().map(Waived::finding));
    List<String> codes = new ArrayList<>(new TreeSet<>(all.map(Diagnostic::code).toList()));
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = report.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Berth").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    for (String code : codes) {
      addRule(rules.addObject(), code);
    }
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    sorted.forEach(it -> addResult(results.addObject(), it, codes.indexOf(it.code())));
    for (Waived each : waived) {
      ObjectNode result = results.addObject();
      addResult(result, each.finding(), codes.indexOf(each.finding().code()));
      String why = each.owner() + " until " + each.until() + ": " + each.reason();
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("status", "accepted")
          .put("justification", SecretScan.mask(why));
    }
    return JsonText.of(report);
  }

  private void addRule(ObjectNode rule, String code) {
    Optional<RuleText> text = Optional.ofNullable(texts.get(code));
    rule.put("id", code);
    rule.putObject("shortDescription").put("text", code.replace('-', ' '));
    text.ifPresent(
        it -> {
          rule.putObject("fullDescription").put("text", it.reason());
          rule.put("helpUri", it.source());
        });
    rule.putObject("defaultConfiguration")
        .put("level", text.map(RuleText::severity).orElse(Severity.ERROR).toString());
  }

  private static void addResult(ObjectNode result, Diagnostic diagnostic, int rule) {
    result.put("ruleId", diagnostic.code()).put("ruleIndex", rule);
    result.put("level", diagnostic.severity().toString());
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
