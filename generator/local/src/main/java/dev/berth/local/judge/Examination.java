package dev.berth.local.judge;

import java.util.List;

/** One of OpenClaw's own commands that judge a configuration. */
public enum Examination {
  VALIDATE("config", "validate", "--json"),
  SECURITY("security", "audit", "--json"),
  SECRETS("secrets", "audit", "--check", "--json"),
  DOCTOR("doctor", "--lint", "--json", "--non-interactive");

  // List.of cannot be changed; the type alone does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  Examination(String... words) {
    this.words = List.of(words);
  }

  /** What is written behind {@code openclaw}. */
  List<String> words() {
    return words;
  }

  /** Its name without options, e.g. {@code config validate}. */
  @Override
  public String toString() {
    return String.join(
        " ",
        words.stream()
            .filter(word -> !word.equals("--json") && !word.startsWith("--non"))
            .toList());
  }
}
