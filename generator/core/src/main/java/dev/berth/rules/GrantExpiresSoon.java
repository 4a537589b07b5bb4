package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.IamGrant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** A grant in its last days: what needs it stops on a day somebody can see coming. */
record GrantExpiresSoon() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "on the day after its last a grant is an error, and the agent stops doing what it was"
        + " for";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/iam/docs/best-practices-for-privileged-access";
  }

  /** Time to ask again. */
  private static final int DAYS = 30;

  @Override
  public Stream<Finding> judge(Scene scene) {
    LocalDate last = scene.today().plusDays(DAYS);
    return Given.of(scene)
        .flatMap(
            given ->
                given.grant().value().until().stream()
                    .filter(until -> !until.isBefore(scene.today()) && !until.isAfter(last))
                    .map(until -> finding(given, until)));
  }

  private Finding finding(Given given, LocalDate until) {
    IamGrant grant = given.grant().value();
    return finding(
        given.grant().from(),
        given.to(),
        "`%s` on %s holds until %s, for %s".formatted(grant.role(), grant.on(), until, given.to()),
        "write a later `until:`, or remove the grant");
  }
}
