package dev.berth.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image, pinned.
 *
 * @param repository registry and path, e.g. {@code ghcr.io/openclaw/openclaw}
 * @param tag what people read
 * @param digest what is run: 64 lower-case hexadecimal digits of SHA-256
 */
public record Image(String repository, String tag, String digest) {

  /** Shown to users, so it must be true of {@link #parse}. */
  public static final String RULE =
      "registry/path:tag@sha256:<64 hex>, with a registry, a tag other than latest and a digest";

  public static final String PATTERN =
      "^[a-z0-9]([-.a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-.a-z0-9]*[a-z0-9])?|:[0-9]{1,5})(/[a-z0-9]([-._a-z0-9]*[a-z0-9])?)+:[a-zA-Z0-9_][-._a-zA-Z0-9]{0,127}@sha256:[0-9a-f]{64}$";

  private static final Pattern LEGAL = Pattern.compile(PATTERN);
  private static final Pattern PARTS = Pattern.compile("^(.*):([^:@/]+)@sha256:([0-9a-f]{64})$");

  /** Empty when {@code text} breaks {@link #RULE}. */
  public static Optional<Image> parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (text.length() > 512 || !LEGAL.matcher(text).matches() || !parts.matches()) {
      return Optional.empty();
    }
    return parts.group(2).equals("latest")
        ? Optional.empty()
        : Optional.of(new Image(parts.group(1), parts.group(2), parts.group(3)));
  }

  /** Whether the tag says it holds {@code version}: the version itself, or it and a variant. */
  public boolean holds(OpenClawVersion version) {
    return tag.equals(version.text()) || tag.startsWith(version.text() + "-");
  }

  @Override
  public String toString() {
    return repository + ":" + tag + "@sha256:" + digest;
  }
}
