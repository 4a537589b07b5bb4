package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.Comparator;
import java.util.Locale;

/**
 * One thing wrong with what a user wrote. The catalogue is closed: every message is written in this
 * package, and a test shows each of them once.
 */
public sealed interface Diagnostic permits FileDiagnostic, KeyDiagnostic, FleetDiagnostic, Finding {

  /** By place, then code: the order every report uses. */
  Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::at)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::what);

  SourcePoint at();

  /** In characters from {@link #at()}; what a report underlines. */
  default int width() {
    return 1;
  }

  /** One sentence in the user's terms, without a final stop. */
  String what();

  /** One imperative sentence: the smallest edit that mends it. */
  String mend();

  default Severity severity() {
    return Severity.ERROR;
  }

  /** The record's name in kebab case, e.g. {@code unknown-key}: a contract, unlike the wording. */
  default String code() {
    return code(getClass());
  }

  /** The code of every diagnostic of one kind. */
  static String code(Class<?> kind) {
    return kind.getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
