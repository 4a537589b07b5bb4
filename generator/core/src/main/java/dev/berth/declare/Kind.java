package dev.berth.declare;

import java.util.Locale;

/** The kinds of file a user writes. */
public enum Kind {
  FLEET("fleet.yaml", "One for the whole fleet.", FleetKeys.SHAPE),
  TEAM("agents/<team>/team.yaml", "One for each team; the folder is its name.", TeamKeys.SHAPE),
  AGENT("agents/<team>/<agent>.yaml", "One for each agent; the file is its name.", AgentKeys.SHAPE),
  WAIVERS(
      "waivers.yaml",
      "At most one: what agents may break for a while, and who answers for it.",
      WaiverKeys.SHAPE);

  private final String path;
  private final String doc;

  // Records of immutable lists; the type alone does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Keys<?> shape;

  Kind(String path, String doc, Keys<?> shape) {
    this.path = path;
    this.doc = doc;
    this.shape = shape;
  }

  /** Where such files stand. */
  public String path() {
    return path;
  }

  /** One sentence on what it is. */
  public String doc() {
    return doc;
  }

  public Keys<?> shape() {
    return shape;
  }

  /** The word users write. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
