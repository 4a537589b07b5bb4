package dev.berth.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.berth.Fleets;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Findings;
import dev.berth.model.Environment;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tiny repository that the rules judge: one public agent, {@code support/customer}, in which no
 * rule finds anything but what every fleet of this size shows.
 *
 * @param files by path
 */
record Judged(Map<String, String> files) {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final String CUSTOMER = "agents/support/customer.yaml";
  static final String TEAM = "agents/support/team.yaml";
  static final String FLEET = "fleet.yaml";

  static Judged quiet() {
    return new Judged(
        Map.of(
            FLEET,
            """
            openclaw: 2026.9.6
            image: ghcr.io/openclaw/openclaw:2026.9.6@sha256:%1$s
            knowledgeImage: ghcr.io/acme/berth-knowledge:1.0.0@sha256:%1$s
            defaults: { model: anthropic/claude-sonnet-4-5 }
            environments:
              dev:
                target: gke
                project: acme-agents-dev
                region: europe-west1
                knowledge: { bucket: acme-agents-dev-knowledge, location: EU }
                pools:
                  agents: { machine: e2-medium, nodes: 1-3, disk: 30Gi }
                  sandbox: { machine: e2-standard-2, nodes: 0-3, disk: 30Gi, sandbox: gvisor }
            """
                .formatted("0123456789abcdef".repeat(4)),
            TEAM,
            """
            owner: support@example.com
            quota: { cpu: 8, memory: 16Gi, agents: 6 }
            members: [ group:support@example.com ]
            knowledge: { faq: read-write }
            """,
            CUSTOMER,
            """
            channels:
              discord: { token: customer-discord-token }
            knowledge:
              faq: read-only
            egress: [ api.zendesk.com ]
            pool: sandbox
            """,
            "souls/customer.md",
            "# Customer\n"));
  }

  /** With one text in one file replaced; the text must be there. */
  Judged with(String path, String text, String other) {
    String before = files.get(path);
    if (before == null || !before.contains(text)) {
      throw new IllegalArgumentException(path + " does not hold " + text);
    }
    return with(path, before.replace(text, other));
  }

  /** With a file more, or another in its place. */
  Judged with(String path, String text) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return new Judged(changed);
  }

  Fleet fleet() {
    Checked<Fleet> read =
        Fleets.reader()
            .read(
                Sources.of(
                    files.entrySet().stream()
                        .map(file -> SourceFile.of(file.getKey(), file.getValue()))
                        .toList()),
                TODAY);
    assertEquals(List.of(), read.diagnostics());
    return ((Checked.Good<Fleet>) read).value();
  }

  Findings findings() {
    return findings(fleet(), TODAY);
  }

  static Findings findings(Fleet fleet, LocalDate today) {
    return RulePack.builtIn().judge(fleet, plans(fleet), true, today);
  }

  static List<Plan> plans(Fleet fleet) {
    Planner planner = new Planner(HostCatalogue.builtIn());
    return fleet.environments().stream().map(each -> planner.plan(fleet, each)).toList();
  }

  /** {@code severity id subject} of all that one rule found. */
  List<String> found(String rule) {
    return found(findings(), rule);
  }

  static List<String> found(Findings findings, String rule) {
    return findings.standing().stream()
        .filter(each -> each.code().equals(rule))
        .map(Judged::words)
        .toList();
  }

  static String words(Finding finding) {
    return finding.severity() + " " + finding.code() + " " + finding.subject();
  }

  /** The same fleet in environments that are each changed. */
  static Fleet in(Fleet fleet, List<Environment> environments) {
    return new Fleet(environments, fleet.teams(), fleet.everyAgent(), fleet.waivers());
  }
}
