package dev.berth.source;

/** The characters that a reader of a text does not see, or sees in another order. */
public final class HiddenCharacter {

  private HiddenCharacter() {}

  /** All but tab, line feed and carriage return that control, break lines or are no text at all. */
  public static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
      // YAML 1.1 takes the first two for line breaks, as it does U+0085.
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> (character & 0xFFFE) == 0xFFFE;
    };
  }

  /** Without a shape of its own; some belong to emoji and to scripts that join letters. */
  public static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || isVariationSelector(character)
        || character == 0x034F // combining grapheme joiner
        || character == 0x115F // Hangul fillers, from here
        || character == 0x1160
        || character == 0x3164
        || character == 0xFFA0
        || character == 0x17B4 // Khmer vowels without a shape
        || character == 0x17B5
        || character == 0x180E // Mongolian vowel separator
        || (character >= 0x2060 && character <= 0x206F)
        || (character >= 0xE0000 && character <= 0xE0FFF);
  }

  /** Chooses between shapes of the character before it. */
  public static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
