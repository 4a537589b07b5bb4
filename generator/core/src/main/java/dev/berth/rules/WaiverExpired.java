package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Waiver;

/**
 * A waiver whose last day is over. A warning alone: what it waived comes back with its own weight,
 * and where nothing comes back there is nothing to stop for.
 */
record WaiverExpired() implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "an exception that outlives its reason becomes the rule";
  }

  @Override
  public String source() {
    return "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final";
  }

  @Override
  public boolean waivable() {
    return false;
  }

  Finding finding(Waiver waiver) {
    return finding(
        waiver.from(),
        waiver.agent(),
        "the waiver of `%s` for %s held until %s"
            .formatted(waiver.rule(), waiver.agent(), waiver.until()),
        "remove it, or ask %s for a later `until`".formatted(waiver.owner()));
  }
}
