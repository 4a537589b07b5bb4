package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Waiver;

/** A waiver of something its agent does not do. */
record WaiverUnused() implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "a waiver that waives nothing today lets tomorrow's mistake pass unseen";
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
        "`%s` finds nothing in %s that needs a waiver".formatted(waiver.rule(), waiver.agent()),
        "remove the waiver");
  }
}
