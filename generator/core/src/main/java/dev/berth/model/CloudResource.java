package dev.berth.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Google Cloud resource of the environment's project, as users name it: {@code
 * topic/escalations}.
 *
 * @param name as its service spells it, without a project
 */
public record CloudResource(Kind kind, String name) {

  /** What a grant may be on. Never a project, folder or organisation. */
  public enum Kind {
    TOPIC,
    SUBSCRIPTION,
    SECRET,
    DATASET,
    REPOSITORY,
    /** A knowledge folder of the environment's bucket. */
    FOLDER;

    /** The word users write. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "one named resource: topic/, subscription/, secret/ or repository/ and its name";

  public static final String PATTERN =
      "^(topic|subscription|secret|repository)/[a-zA-Z][-._~%+a-zA-Z0-9]{1,253}[a-zA-Z0-9]$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<CloudResource> parse(String text) {
    if (!LEGAL.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    String word = text.substring(0, slash);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.toString().equals(word))
        .findFirst()
        .map(kind -> new CloudResource(kind, text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
