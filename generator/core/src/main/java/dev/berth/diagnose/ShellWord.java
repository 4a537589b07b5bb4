package dev.berth.diagnose;

import java.util.regex.Pattern;

/** A path as a shell takes it for one word. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  private ShellWord() {}

  static String of(String path) {
    return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
