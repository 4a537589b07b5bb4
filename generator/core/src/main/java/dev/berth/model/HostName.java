package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host an agent may call, on TCP 443.
 *
 * @param text a full name, or one with {@code *} as its whole first label: GKE's FQDNNetworkPolicy
 *     lets a {@code *} stand inside one label only
 */
public record HostName(String text) implements Comparable<HostName> {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "a full host name such as api.example.com, or *.example.com for one label";

  public static final String PATTERN =
      "^(\\*\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\\.[a-z]([-a-z0-9]{0,61}[a-z0-9])?$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<HostName> parse(String text) {
    return text.length() <= 253 && LEGAL.matcher(text).matches()
        ? Optional.of(new HostName(text))
        : Optional.empty();
  }

  public boolean wildcard() {
    return text.startsWith("*.");
  }

  /**
   * The Google API it is a name of: the one label before {@code googleapis.com}, with it. Empty for
   * every other host.
   */
  public Optional<HostName> googleApi() {
    String end = ".googleapis.com";
    if (!text.endsWith(end)) {
      return Optional.empty();
    }
    String before = text.substring(0, text.length() - end.length());
    return Optional.of(new HostName(before.substring(before.lastIndexOf('.') + 1) + end));
  }

  @Override
  public int compareTo(HostName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
