package dev.berth.emit;

import java.io.IOException;

/** An output folder that holds, or is, something Berth did not make. Nothing was changed. */
public final class FolderRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final String mend;

  FolderRefused(String what, String mend) {
    super(what);
    this.mend = mend;
  }

  /** One imperative sentence. */
  public String mend() {
    return mend;
  }
}
