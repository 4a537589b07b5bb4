package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.Locale;

/** What is wrong with a file's bytes and characters, whatever they say. */
public sealed interface TextDiagnostic extends FileDiagnostic {

  /** More than is read of such a file. */
  record TooLarge(SourcePoint at, int limitBytes) implements TextDiagnostic {
    @Override
    public String what() {
      return at.file() + " must be at most " + limitBytes / 1024 + " KiB long";
    }

    @Override
    public String mend() {
      return "shorten it to " + limitBytes + " bytes";
    }
  }

  /** Bytes that are no text in UTF-8. */
  record NotUtf8(SourcePoint at) implements TextDiagnostic {
    @Override
    public String what() {
      return "the bytes here are not UTF-8, and every file must be";
    }

    @Override
    public String mend() {
      return "save the file again with the encoding UTF-8";
    }
  }

  /** Text in UTF-16 or UTF-32, which other tools would read as another text. */
  record Utf16(SourcePoint at) implements TextDiagnostic {
    @Override
    public String what() {
      return at.file() + " is encoded in UTF-16 or UTF-32, and every file must be UTF-8";
    }

    @Override
    public String mend() {
      return "save the file again with the encoding UTF-8";
    }
  }

  /**
   * A character that ends lines or drives terminals instead of being seen.
   *
   * @param character its Unicode code point
   * @param escaped whether it is written as an escape such as {@code \0}
   */
  record ControlCharacter(SourcePoint at, int width, int character, boolean escaped)
      implements TextDiagnostic {
    @Override
    public String what() {
      return "the control character "
          + codePoint(character)
          + (escaped ? " is written as an escape" : " stands here")
          + ", and text may hold none but tab and line break";
    }

    @Override
    public String mend() {
      return escaped ? "remove the escape" : "remove the character";
    }
  }

  /**
   * A character that is not seen or that turns the order of others: what a reviewer reads is not
   * what is there.
   *
   * @param character its Unicode code point
   * @param escaped whether it is written as an escape
   */
  record InvisibleCharacter(SourcePoint at, int width, int character, boolean escaped)
      implements TextDiagnostic {
    @Override
    public String what() {
      return "the invisible character "
          + codePoint(character)
          + (escaped ? " is written as an escape" : " stands here")
          + ", and a reviewer could not see what it does";
    }

    @Override
    public String mend() {
      return escaped ? "remove the escape" : "retype the word without it";
    }
  }

  /**
   * Something with the shape of a password, key or token.
   *
   * @param kind what it looks like, with its article
   */
  record SecretValue(SourcePoint at, int width, String kind) implements TextDiagnostic {
    @Override
    public String what() {
      return "this looks like " + kind + ", and a secret's value must never be in a file";
    }

    @Override
    public String mend() {
      return "put the value into Secret Manager, revoke this one, and write the secret's name";
    }
  }

  /**
   * A file or folder whose name has the shape of a secret.
   *
   * @param at the path with its secret masked
   * @param kind what it looks like, with its article
   */
  record SecretInPath(SourcePoint at, String kind) implements TextDiagnostic {
    @Override
    public String what() {
      return "this name looks like " + kind + ", and a secret's value must never be in a path";
    }

    @Override
    public String mend() {
      return "rename it, and revoke the secret: whoever has the repository's history has it";
    }
  }

  private static String codePoint(int character) {
    String name = Character.getName(character);
    String hex = String.format(Locale.ROOT, "U+%04X", character);
    return name == null ? hex : hex + " (" + name.toLowerCase(Locale.ROOT) + ")";
  }
}
