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
    /** cloud.google.com/pubsub/docs/pubsub-basics#resource_names. */
    TOPIC(
        "[a-zA-Z][-._~%+a-zA-Z0-9]{2,254}",
        "a letter, then letters, digits or - . _ ~ % +, 3 to 255 characters", false),
    /** cloud.google.com/pubsub/docs/pubsub-basics#resource_names. */
    SUBSCRIPTION(TOPIC.legal.pattern(), TOPIC.rule, false),
    /** cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create. */
    SECRET("[-_a-zA-Z0-9]{1,255}", "letters, digits, - or _, at most 255 characters", true),
    /** cloud.google.com/bigquery/docs/datasets#dataset-naming. */
    DATASET("[a-zA-Z0-9_]{1,1024}", "letters, digits or _, at most 1,024 characters", false),
    /** cloud.google.com/artifact-registry/docs/repositories/create-repos. */
    REPOSITORY(
        "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
        "a lower-case letter, then lower-case letters, digits or hyphens, at most 63 characters",
        false),
    /** A shared knowledge folder of the environment's bucket. */
    FOLDER(Name.PATTERN, "the name of one shared knowledge folder, " + Name.RULE, true);

    // A pattern cannot be changed; the type alone does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern legal;

    private final String rule;
    private final boolean endsGrants;

    Kind(String legal, String rule, boolean endsGrants) {
      this.legal = Pattern.compile(legal);
      this.rule = rule;
      this.endsGrants = endsGrants;
    }

    /** The kind users write as {@code word}. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.toString().equals(word)).findFirst();
    }

    /** What a name of this kind looks like, shown to users. */
    public String rule() {
      return rule;
    }

    /**
     * Whether Google ends a grant on it by itself, by a condition on the time. Pub/Sub and Artifact
     * Registry take no condition in the policies of their resources
     * (https://cloud.google.com/iam/docs/resource-types-with-conditional-roles), and the provider
     * refuses one on a dataset.
     */
    public boolean endsGrants() {
      return endsGrants;
    }

    /** The word users write. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "one named resource: topic/, subscription/, secret/, dataset/, repository/ or folder/ and its"
          + " name";

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<CloudResource> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String name = text.substring(slash + 1);
    return Kind.of(text.substring(0, slash))
        .filter(kind -> kind.legal.matcher(name).matches())
        .map(kind -> new CloudResource(kind, name));
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
