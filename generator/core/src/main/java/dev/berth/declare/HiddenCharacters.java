package dev.berth.declare;

import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.source.HiddenCharacter;
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
    return HiddenCharacter.isControl(character)
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
    return HiddenCharacter.isControl(character) || HiddenCharacter.isInvisible(character);
  }
}
