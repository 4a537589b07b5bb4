package dev.berth.cli;

import java.util.Locale;
import java.util.Map;

/** When text is coloured. */
enum Color {
  /** On a terminal, unless NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
  AUTO,
  ALWAYS,
  NEVER;

  boolean on(boolean terminal, Map<String, String> variables) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && variables.getOrDefault("NO_COLOR", "").isEmpty()
              && !variables.getOrDefault("TERM", "").equals("dumb");
    };
  }

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
