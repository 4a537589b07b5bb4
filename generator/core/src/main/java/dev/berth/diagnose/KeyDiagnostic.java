package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong with one key or value. */
public sealed interface KeyDiagnostic extends Diagnostic {

  /** A key nobody reads. */
  record UnknownKey(SourcePoint at, String key, String of, List<String> known)
      implements KeyDiagnostic {
    @Override
    public int width() {
      return Math.max(1, key.length());
    }

    @Override
    public String what() {
      return "`" + key + "` is not a key of " + of;
    }

    @Override
    public String mend() {
      return Nearest.mend(key, known, "remove the line");
    }
  }

  /**
   * A key that must be there and is not.
   *
   * @param example the line to add
   */
  record MissingKey(SourcePoint at, String key, String of, String example)
      implements KeyDiagnostic {
    @Override
    public String what() {
      return of + " must have `" + key + "`";
    }

    @Override
    public String mend() {
      return "add `" + example + "`";
    }
  }

  /**
   * A value of another form than its key takes.
   *
   * @param found e.g. {@code a list}
   * @param wanted e.g. {@code a mapping}
   * @param example the key with a value that passes
   */
  record WrongKind(
      SourcePoint at, int width, String key, String found, String wanted, String example)
      implements KeyDiagnostic {
    @Override
    public String what() {
      return "`" + key + "` is " + found + " and must be " + wanted;
    }

    @Override
    public String mend() {
      return "write `" + example + "`";
    }
  }

  /**
   * A value that breaks its rule.
   *
   * @param value as written, or {@code ***} where a secret could stand
   * @param example the key with a value that passes
   */
  record BadValue(SourcePoint at, int width, String key, String value, String rule, String example)
      implements KeyDiagnostic {
    @Override
    public String what() {
      String found = value.isEmpty() ? "empty" : "`" + value + "`";
      return "`" + key + "` is " + found + " and must be " + rule;
    }

    @Override
    public String mend() {
      return "write `" + example + "`";
    }
  }

  /**
   * A name a user chose that breaks the rule for names.
   *
   * @param of what is named, e.g. {@code an environment}
   * @param example a name that passes
   */
  record BadName(SourcePoint at, String name, String of, String rule, String example)
      implements KeyDiagnostic {
    @Override
    public int width() {
      return Math.max(1, name.length());
    }

    @Override
    public String what() {
      return "`" + name + "` names " + of + " and must be " + rule;
    }

    @Override
    public String mend() {
      return "rename it, such as `" + example + "`";
    }
  }
}
