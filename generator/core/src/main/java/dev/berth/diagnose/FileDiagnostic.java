package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with a file before any of its keys are looked at. */
public sealed interface FileDiagnostic extends Diagnostic
    permits FileDiagnostic.MissingFile, PathDiagnostic, TextDiagnostic, YamlDiagnostic {

  /** A file that must be there is not. */
  record MissingFile(SourcePoint at, String example) implements FileDiagnostic {
    @Override
    public String what() {
      return "there is no file " + at.file();
    }

    @Override
    public String mend() {
      return "create " + at.file() + " with " + example;
    }
  }
}
