package dev.berth.rules;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.Finding;
import dev.berth.diagnose.RuleText;
import dev.berth.diagnose.Severity;
import dev.berth.model.Agent;
import dev.berth.model.Origin;
import dev.berth.source.SourcePoint;

/**
 * Something that declarations which are each legal should together not be. Its id, the class's name
 * in kebab case, is a contract: waivers name it. How it judges is for the kinds of rule to say.
 */
public interface Rule {

  /** In kebab case, e.g. {@code lethal-trio}. */
  default String id() {
    return Diagnostic.code(getClass());
  }

  /** The most its findings weigh. */
  Severity severity();

  /** One sentence on why it matters, without a final stop. */
  String reason();

  /** An address where that can be read. */
  String source();

  /** Whether somebody may answer for an agent that breaks it. */
  default boolean waivable() {
    return true;
  }

  default RuleText text() {
    return new RuleText(id(), severity(), reason(), source());
  }

  /**
   * Something it found.
   *
   * @param at the line that causes it
   * @param subject what it is about: an agent's id where a waiver is to fit
   */
  default Finding finding(Origin at, Object subject, String what, String mend) {
    return finding(severity(), at, subject, what, mend);
  }

  /** Something it found that weighs less than its worst. */
  default Finding finding(Severity severity, Origin at, Object subject, String what, String mend) {
    return new Finding(
        new SourcePoint(at.file(), at.line(), 1),
        1,
        severity,
        id(),
        subject.toString(),
        what,
        mend);
  }

  /** The line that asked for something, or the agent's file for what nobody wrote. */
  static Origin line(Origin written, Agent agent) {
    return written.equals(Origin.BUILT_IN) ? agent.from() : written;
  }
}
