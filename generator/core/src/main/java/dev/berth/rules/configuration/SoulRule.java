package dev.berth.rules.configuration;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.Origin;
import dev.berth.model.Soul;
import dev.berth.openclaw.WorkspaceBudget;
import dev.berth.openclaw.WorkspaceBudget.Share;
import dev.berth.openclaw.WorkspaceBudget.State;
import dev.berth.openclaw.WorkspaceFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a model is shown all of a soul; each soul once, with the least room an agent gives it.
 */
final class SoulRule {

  /** Of what is cut, three quarters of what stays stand before the cut. */
  private static final int HEAD_PERCENT = 75;

  private static final String FOLDER = "/var/lib/openclaw/workspace";

  private final Map<String, Finding> findings = new LinkedHashMap<>();

  void judge(Agent agent, WorkspaceBudget budget) {
    Soul soul = agent.soul().value();
    byte[] bytes = soul.bytes();
    // A character takes a byte at least: most souls need not be read.
    if (bytes.length * 10L < budget.limit(WorkspaceBudget.SOUL) * 9L) {
      return;
    }
    WorkspaceFile file = WorkspaceFile.of(WorkspaceBudget.SOUL, bytes);
    Share share = budget.shares(List.of(file), FOLDER).get(0);
    String path = "souls/" + soul.name() + ".md";
    if (share.over()) {
      findings.put(path, over(path, share, new String(bytes, StandardCharsets.UTF_8)));
    } else if (share.state() == State.NEAR) {
      findings.putIfAbsent(path, near(path, share));
    }
  }

  Stream<Finding> findings() {
    return findings.values().stream();
  }

  private static Finding over(String path, Share share, String text) {
    String head = text.substring(0, Math.min(text.length(), share.limit() * HEAD_PERCENT / 100));
    return ConfigurationRule.SOUL.finding(
        new Origin(path, 1 + (int) head.chars().filter(each -> each == '\n').count()),
        path,
        "%s has %s characters and a model is shown %s: OpenClaw cuts out what stands from here on"
            .formatted(path, share.file().characters(), share.limit()),
        "take %s characters away, or move them to a knowledge folder".formatted(share.lost()));
  }

  private static Finding near(String path, Share share) {
    return ConfigurationRule.SOUL.finding(
        Severity.WARNING,
        new Origin(path, 1),
        path,
        "%s has %s characters, and beyond %s OpenClaw cuts out its middle"
            .formatted(path, share.file().characters(), share.limit()),
        "move what is not needed in every turn to a knowledge folder");
  }
}
