package dev.berth.rules.configuration;

import dev.berth.diagnose.Severity;
import dev.berth.rules.Rule;

/** A rule whose judge is OpenClaw: nobody waives what a program does. */
record ConfigurationRule(String id, Severity severity, String reason, String source)
    implements Rule {

  private static final String CONFIGURATION = "https://docs.openclaw.ai/gateway/configuration";

  static final ConfigurationRule REFUSED =
      new ConfigurationRule(
          "openclaw-refuses",
          Severity.ERROR,
          "with such a configuration its gateway ends at once, with exit code 78",
          CONFIGURATION);

  static final ConfigurationRule WARNED =
      new ConfigurationRule(
          "openclaw-warns",
          Severity.WARNING,
          "a gateway that starts with it leaves out what it warned of",
          CONFIGURATION);

  static final ConfigurationRule UNCHECKED =
      new ConfigurationRule(
          "openclaw-unchecked",
          Severity.WARNING,
          "keys come and go with versions, and what a version does not know ends its gateway",
          CONFIGURATION);

  static final ConfigurationRule SOUL =
      new ConfigurationRule(
          "soul-budget",
          Severity.ERROR,
          "the middle of what is too long is cut out, and the agent does without it",
          "https://docs.openclaw.ai/concepts/agent-workspace");

  @Override
  public boolean waivable() {
    return false;
  }
}
