package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** A published version of OpenClaw, e.g. {@code 2026.9.6}. */
public record OpenClawVersion(String text) {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "a published version, such as 2026.9.6";

  public static final String PATTERN = "^20[0-9]{2}\\.[0-9]{1,2}\\.[0-9]{1,3}(-[0-9]{1,3})?$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<OpenClawVersion> parse(String text) {
    return LEGAL.matcher(text).matches()
        ? Optional.of(new OpenClawVersion(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
