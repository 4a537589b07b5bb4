package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file as one kind of declaration: all of its mistakes, or its values with places. */
public final class DeclarationReader {

  private final YamlReader yaml = new YamlReader();

  public <T> Checked<T> read(SourceFile file, Keys<T> kind) {
    return yaml.read(file).then(root -> read(root, kind));
  }

  /** The same for a file that is already read as YAML. */
  public static <T> Checked<T> read(YamlNode.Mapping root, Keys<T> kind) {
    List<Diagnostic> wrong = new ArrayList<>();
    Optional<T> declaration = kind.read(kind.of(), root, wrong);
    return Checked.of(wrong, declaration::orElseThrow);
  }
}
