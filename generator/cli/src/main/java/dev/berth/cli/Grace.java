package dev.berth.cli;

import dev.berth.cli.knowledge.Age;
import java.time.Duration;

/** How long an agent may end what it does before it is killed. */
final class Grace {

  /** More than a turn takes mostly; OpenClaw itself would wait for 325 seconds. */
  static final String USUAL = "45s";

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(10);

  private Grace() {}

  static Duration parse(String text) {
    return Age.parse(text)
        .filter(age -> age.compareTo(LEAST) >= 0 && age.compareTo(MOST) <= 0)
        .orElseThrow(
            () ->
                Stop.usage(
                    "--grace is `%s`\nmend: write %s, from 1s to 10m".formatted(text, Age.RULE)));
  }
}
