package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.ApiKey;
import dev.berth.model.Fleet;
import dev.berth.model.Origin;
import dev.berth.source.SourcePoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A secret somebody has to create and rotate, and no agent reads: no agent below its line thinks
 * with a model of that provider, or each has a nearer line.
 */
public final class UnusedSecrets {

  public static final String RULE = "secret-unused";

  private UnusedSecrets() {}

  /** In the fleet's order. */
  public static List<Finding> in(Fleet fleet) {
    Set<ApiKey> used = new HashSet<>();
    fleet.agents().forEach(agent -> used.add(key(agent)));
    return fleet.apiKeys().stream()
        .filter(entry -> !used.contains(entry))
        .map(UnusedSecrets::finding)
        .toList();
  }

  /** The entry an agent's key comes from; equal to none when nobody wrote one. */
  private static ApiKey key(Agent agent) {
    return new ApiKey(agent.model().value().provider(), agent.apiKey());
  }

  private static Finding finding(ApiKey entry) {
    Origin from = entry.secret().from();
    return new Finding(
        new SourcePoint(from.file(), from.line(), 1),
        1,
        Severity.WARNING,
        RULE,
        subject(from.file()),
        "no agent reads the secret `%s`: none here uses a model of %s by this line"
            .formatted(entry.secret().value(), entry.provider()),
        "remove `%s: %s` under `apiKeys:`".formatted(entry.provider(), entry.secret().value()));
  }

  /** {@code fleet}, a team, or {@code team/agent}. */
  private static String subject(String file) {
    return file.replaceFirst("^agents/", "").replaceFirst("(/team)?\\.yaml$", "");
  }
}
