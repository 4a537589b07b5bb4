package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import java.util.stream.Stream;

/** A grant nobody will be asked about again. */
record GrantWithoutEnd() implements FleetRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String reason() {
    return "a grant without a last day outlives what it was for";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/iam/docs/best-practices-for-privileged-access";
  }

  @Override
  public Stream<Finding> judge(Scene scene) {
    return Given.of(scene)
        .filter(given -> given.grant().value().until().isEmpty())
        .map(
            given ->
                finding(
                    given.grant().from(),
                    given.to(),
                    "`%s` on %s has no last day, for %s"
                        .formatted(
                            given.grant().value().role(), given.grant().value().on(), given.to()),
                    "add `until: %s` to the grant".formatted(scene.today().plusYears(1))));
  }
}
