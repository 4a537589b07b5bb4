package dev.berth.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a secret in Secret Manager; never its value.
 *
 * @param text 2 to 63 lower-case letters, digits and hyphens: narrower than Secret Manager's own
 *     rule, so that the same name also serves as a file name and a Kubernetes name
 */
public record SecretName(String text) implements Comparable<SecretName> {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "the name of a secret: a lower-case letter, then lower-case letters, digits or hyphens, 2 to"
          + " 63 characters";

  public static final String PATTERN = "^[a-z][-a-z0-9]{0,61}[a-z0-9]$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<SecretName> parse(String text) {
    return LEGAL.matcher(text).matches() ? Optional.of(new SecretName(text)) : Optional.empty();
  }

  /**
   * The environment variable it is in on a machine without a store: {@code customer-discord-token}
   * to {@code CUSTOMER_DISCORD_TOKEN}.
   */
  public String variable() {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public int compareTo(SecretName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
