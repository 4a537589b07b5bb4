package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person or a group that may read its team's pods and logs.
 *
 * @param group whether it is a Google group
 */
public record Member(boolean group, String email) {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE = "group:name@example.com or user:name@example.com";

  public static final String EMAIL =
      "[a-z0-9][-._+a-z0-9]{0,63}@[a-z0-9][-a-z0-9]*(\\.[a-z0-9][-a-z0-9]*)+";
  public static final String PATTERN = "^(group|user):" + EMAIL + "$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<Member> parse(String text) {
    if (text.length() > 254 || !LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Member(text.startsWith("group:"), text.substring(text.indexOf(':') + 1)));
  }

  /** The part of the address behind the {@code @}. */
  public String domain() {
    return email.substring(email.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return (group ? "group:" : "user:") + email;
  }
}
