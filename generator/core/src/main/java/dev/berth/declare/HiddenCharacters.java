package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.source.Lines;
import dev.berth.source.SourcePoint;
import java.util.ArrayList;
import java.util.List;

/** Finds characters that a reader of a text does not see, or sees in another order. */
final class HiddenCharacters {

  /** Of one file; a binary file would give thousands. */
  private static final int MOST_REPORTED = 20;

  private HiddenCharacters() {}

  static List<Diagnostic> in(String file, String text) {
    if (isPlain(text)) {
      return List.of();
    }
    Lines lines = Lines.of(text);
    List<Diagnostic> wrong = new ArrayList<>();
    int i = 0;
    while (i < text.length() && wrong.size() < MOST_REPORTED) {
      int legal = EmojiSequence.legalAt(text, i);
      int character = text.codePointAt(i);
      if (legal == 0 && isHidden(character)) {
        wrong.add(diagnostic(lines.point(file, i), 1, character, false));
      }
      i += Math.max(legal, Character.charCount(character));
    }
    return wrong;
  }

  /** The first hidden character of a value that was written with escapes. */
  static List<Diagnostic> escapedIn(String value, SourcePoint at, int width) {
    return value
        .codePoints()
        .filter(HiddenCharacters::isHidden)
        .limit(1)
        .mapToObj(character -> diagnostic(at, width, character, true))
        .toList();
  }

  private static Diagnostic diagnostic(SourcePoint at, int width, int character, boolean escaped) {
    return isControl(character)
        ? new TextDiagnostic.ControlCharacter(at, width, character, escaped)
        : new TextDiagnostic.InvisibleCharacter(at, width, character, escaped);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHidden(int character) {
    return isControl(character) || isInvisible(character);
  }

  /** Also what YAML 1.1 takes for a line break, and what can be in no text at all. */
  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> (character & 0xFFFE) == 0xFFFE;
    };
  }

  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || EmojiSequence.isVariationSelector(character)
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
}
