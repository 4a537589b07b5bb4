package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name of a team, agent, soul, environment, pool or knowledge folder: legal as a DNS-1035 label
 * everywhere Berth uses it (namespace, label value, ServiceAccount, Service, StatefulSet at most
 * 52, Helm release at most 53, managed folder).
 *
 * @param text 1 to 40 ASCII characters
 */
public record Name(String text) implements Comparable<Name> {

  public static final int MOST_CHARACTERS = 40;

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "a lower-case letter, then lower-case letters, digits or hyphens, not ending in a hyphen, at"
          + " most 40 characters";

  public static final String PATTERN = "^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  public Name {
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a name: " + text);
    }
  }

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<Name> parse(String text) {
    return LEGAL.matcher(text).matches() ? Optional.of(new Name(text)) : Optional.empty();
  }

  @Override
  public int compareTo(Name other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
