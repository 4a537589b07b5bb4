package dev.berth.diagnose;

import dev.berth.source.HiddenCharacter;
import java.util.Locale;

/** How text looks on a terminal: what is shown of it, and how many columns that takes. */
final class Cells {

  private Cells() {}

  /** Of text that {@link #visible} made. */
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** The wide blocks of Unicode's East Asian Width, and emoji. */
  private static boolean isWide(int character) {
    return character >= 0x1100
        && (character <= 0x115F
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6)
            || (character >= 0x1F300 && character <= 0x1FAFF)
            || (character >= 0x20000 && character <= 0x3FFFD));
  }

  /** A character, or an escape in place of one that a terminal would obey or not show. */
  static String visible(int character) {
    boolean hidden =
        Character.isISOControl(character)
            || HiddenCharacter.isControl(character)
            || HiddenCharacter.isInvisible(character);
    return hidden
        ? String.format(Locale.ROOT, "<U+%04X>", character)
        : Character.toString(character);
  }

  /** Text of one line with every secret masked and every hidden character as an escape. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    SecretScan.mask(text).codePoints().forEach(character -> shown.append(visible(character)));
    return shown.toString();
  }
}
