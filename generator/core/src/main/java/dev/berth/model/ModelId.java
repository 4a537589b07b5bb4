package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as OpenClaw names it.
 *
 * @param provider e.g. {@code anthropic}
 * @param model e.g. {@code claude-sonnet-4-5}; may itself hold slashes
 */
public record ModelId(String provider, String model) {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "provider/model, such as anthropic/claude-sonnet-4-5";

  public static final String PATTERN =
      "^[a-z][-a-z0-9]{0,39}/[a-zA-Z0-9][-._:a-zA-Z0-9]{0,99}(/[-._:a-zA-Z0-9]{1,100})?$";

  /**
   * What answers on a laptop without any account: a small server of Berth's own, which says the
   * first lines of the agent's soul.
   */
  public static final ModelId ECHO = new ModelId("berth", "echo");

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<ModelId> parse(String text) {
    if (!LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(new ModelId(text.substring(0, slash), text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
