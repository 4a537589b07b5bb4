package dev.berth.declare;

import dev.berth.source.HiddenCharacter;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** The places where invisible characters belong: in emoji, and in scripts that join letters. */
final class EmojiSequence {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** A black flag and a region in tag characters; only these three are in use (Unicode TR51). */
  private static final List<String> TAGGED_FLAGS =
      List.of(taggedFlag("gbeng"), taggedFlag("gbsct"), taggedFlag("gbwls"));

  private static final Set<UnicodeScript> JOINING =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER);

  private EmojiSequence() {}

  /** How many UTF-16 units from {@code index} on are invisible and belong there; 0 for none. */
  static int legalAt(String text, int index) {
    int character = text.codePointAt(index);
    if (character == 0x1F3F4) {
      return TAGGED_FLAGS.stream()
          .filter(flag -> text.startsWith(flag, index))
          .mapToInt(String::length)
          .findFirst()
          .orElse(0);
    }
    int length = Character.charCount(character);
    if (index == 0) {
      return 0;
    }
    int before = text.codePointBefore(index);
    if (HiddenCharacter.isVariationSelector(character)) {
      return choosesAShape(character, before) ? length : 0;
    }
    boolean joins = character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
    if (!joins || index + length >= text.length()) {
      return 0;
    }
    int after = text.codePointAt(index + length);
    boolean inLetters = isJoining(before) && isJoining(after);
    boolean inEmoji = character == ZERO_WIDTH_JOINER && endsEmoji(before) && isEmoji(after);
    return inLetters || inEmoji ? length : 0;
  }

  /** One selector after one visible character; a run of them can hide a message. */
  private static boolean choosesAShape(int selector, int before) {
    if (selector > 0xFFFF) {
      return Character.isIdeographic(before);
    }
    boolean keycap = (before >= '0' && before <= '9') || before == '#' || before == '*';
    return keycap
        || isEmoji(before)
        || Character.isIdeographic(before)
        || Character.getType(before) == Character.MATH_SYMBOL;
  }

  private static boolean endsEmoji(int character) {
    return character == 0xFE0F || isEmoji(character);
  }

  /** Wider than the emoji of any one Unicode version: also those still to come. */
  private static boolean isEmoji(int character) {
    return (character >= 0x1F000 && character <= 0x1FAFF)
        || (character >= 0x2190 && character <= 0x2BFF)
        || character == 0x00A9
        || character == 0x00AE
        || character == 0x203C
        || character == 0x2049
        || character == 0x2122
        || character == 0x2139
        || character == 0x3030
        || character == 0x303D
        || character == 0x3297
        || character == 0x3299;
  }

  private static boolean isJoining(int character) {
    return JOINING.contains(UnicodeScript.of(character));
  }

  private static String taggedFlag(String region) {
    StringBuilder flag = new StringBuilder().appendCodePoint(0x1F3F4);
    region.chars().forEach(letter -> flag.appendCodePoint(0xE0000 + letter));
    return flag.appendCodePoint(0xE007F).toString();
  }
}
