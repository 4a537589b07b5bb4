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
      return "remove the line";
    }
  }
}
