package dev.berth.local.echo;

import java.util.regex.Pattern;

/**
 * What a person wrote, without what OpenClaw writes around it: the time before, what it runs on
 * behind, and what it says of itself in between; seen with 2026.9.6.
 */
final class UserWords {

  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?s)<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>.*?<<<END_OPENCLAW_INTERNAL_CONTEXT>>>");
  private static final Pattern TIME =
      Pattern.compile("^\\[[A-Z][a-z]{2} [0-9]{4}-[0-9]{2}-[0-9]{2}[^\\]\\n]*] ");
  private static final Pattern RUNTIME = Pattern.compile("(?s)\\n\\nRuntime: agent=[^\\n]*\\s*$");

  private UserWords() {}

  /** Empty when a person wrote nothing of it. */
  static String of(String content) {
    String own = CONTEXT.matcher(content).replaceAll("").strip();
    own = TIME.matcher(own).replaceFirst("");
    return RUNTIME.matcher(own).replaceFirst("").strip();
  }
}
