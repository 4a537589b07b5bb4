package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.ApiKey;
import dev.berth.model.Fleet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name under {@code apiKeys} that is no agent's: of another provider, or said again nearer. */
record SecretUnused() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "a secret nobody reads is created, paid for, rotated and leaked like any other";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/secret-manager/docs/best-practices";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return judge(scene.fleet());
  }

  Stream<Finding> judge(Fleet fleet) {
    Set<ApiKey> used =
        fleet.agents().stream().map(SecretUnused::key).collect(Collectors.toUnmodifiableSet());
    return fleet.apiKeys().stream().filter(entry -> !used.contains(entry)).map(this::finding);
  }

  /** The entry an agent's key comes from; equal to none when nobody wrote one. */
  private static ApiKey key(Agent agent) {
    return new ApiKey(agent.model().value().provider(), agent.apiKey());
  }

  private Finding finding(ApiKey entry) {
    return finding(
        entry.secret().from(),
        subject(entry.secret().from().file()),
        "no agent reads the secret `%s`: none uses a model of %s by this line"
            .formatted(entry.secret().value(), entry.provider()),
        "remove `%s: %s` under `apiKeys:`".formatted(entry.provider(), entry.secret().value()));
  }

  /** {@code fleet}, a team, or {@code team/agent}. */
  private static String subject(String file) {
    return file.replaceFirst("^agents/", "").replaceFirst("(/team)?\\.yaml$", "");
  }
}
