package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;

/** Reads a soul: text that shows a reviewer all it says, kept byte for byte. */
public final class SoulReader {

  /** The soul's bytes as they are in the file, or everything that is wrong with them. */
  public Checked<byte[]> read(SourceFile file) {
    return TextReader.read(file, Sources.MOST_SOUL_BYTES)
        .then(text -> Checked.of(TextReader.secrets(file.path(), text), () -> file.bytes()));
  }
}
