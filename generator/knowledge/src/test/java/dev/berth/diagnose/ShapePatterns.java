package dev.berth.diagnose;

import java.util.List;
import java.util.regex.Pattern;

/** Every pattern that the scan for secrets knows, so that a test can prove it forgot none. */
public final class ShapePatterns {

  private ShapePatterns() {}

  public static List<Pattern> all() {
    return SecretShape.ALL.stream().map(SecretShape::pattern).toList();
  }
}
