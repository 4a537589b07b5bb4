package dev.berth.local.install;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Node as {@code node --version} says it.
 *
 * @param major of {@code v24.21.0}, 24
 * @param minor of {@code v24.21.0}, 21
 * @param patch of {@code v24.21.0}, 0
 */
record NodeVersion(int major, int minor, int patch) implements Comparable<NodeVersion> {

  /**
   * Shown to users, so it must be true of {@link #fits}; the field {@code engines} of OpenClaw
   * 2026.9.6's package.json. Node 25 lacks what 24.16 and 26.1 have: {@code node:sqlite} whole.
   */
  static final String RULE = "24.16 or newer of Node 24, or 26.1 or newer";

  /** The one that is installed where none fits; scripts/e2e/tools has the same. */
  static final NodeVersion OWN = new NodeVersion(24, 21, 0);

  private static final Pattern PRINTED = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4}).*");

  private static final Comparator<NodeVersion> ORDER =
      Comparator.comparingInt(NodeVersion::major)
          .thenComparingInt(NodeVersion::minor)
          .thenComparingInt(NodeVersion::patch);

  /** Empty when {@code text} is not what Node prints. */
  static Optional<NodeVersion> parse(String text) {
    Matcher matcher = PRINTED.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new NodeVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether OpenClaw runs on it. */
  boolean fits() {
    return (major == 24 && minor >= 16) || compareTo(new NodeVersion(26, 1, 0)) >= 0;
  }

  @Override
  public int compareTo(NodeVersion other) {
    return ORDER.compare(this, other);
  }

  /** {@code 24.21.0}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
