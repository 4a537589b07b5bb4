package dev.berth.cli;

import dev.berth.diagnose.Checked;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.source.SourceFile;
import dev.berth.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Files that are about to be written beside what a user wrote.
 *
 * @param files none of which may be there yet
 */
record Draft(List<SourceFile> files) {

  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][-._+@a-zA-Z0-9]*");

  /**
   * @param kind with its article, e.g. {@code an agent}
   */
  static String notAName(String kind, String text) {
    return "`%s` cannot name %s\nmend: write %s".formatted(text, kind, Name.RULE);
  }

  /** {@code text} as a YAML scalar. */
  static String yaml(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
  }

  /**
   * Writes the files if none is there and all is right with them.
   *
   * @param next what its user does next
   */
  int write(Berth berth, boolean dryRun, String next) {
    Declarations declared = Declarations.of(berth);
    files.forEach(file -> mustBeNew(declared.root(), file.path()));
    Sources after = with(declared.sources());
    Checked<Fleet> fleet = berth.workshop().generator().fleet(after, berth.today());
    if (!fleet.diagnostics().isEmpty()) {
      return declared.wrong(fleet.diagnostics(), after);
    }
    Terminal terminal = berth.terminal();
    for (SourceFile file : files) {
      if (!dryRun) {
        make(declared.root().resolve(file.path()), file.bytes());
      }
      terminal.note((dryRun ? "would write " : "wrote ") + file.path());
    }
    terminal.note(dryRun ? "Nothing was written." : next);
    return Exit.DONE;
  }

  private Sources with(Sources before) {
    SortedMap<String, SourceFile> all = new TreeMap<>(before.files());
    files.forEach(file -> all.put(file.path(), file));
    return new Sources(all, before.refused());
  }

  private static void mustBeNew(Path root, String path) {
    if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      throw Stop.usage(
          "%s is there already, and berth new overwrites nothing\nmend: edit it, or choose another name"
              .formatted(path));
    }
    // A folder that is a link could lead anywhere.
    for (Path each = root.resolve(path).getParent();
        each != null && !each.equals(root);
        each = each.getParent()) {
      if (Files.isSymbolicLink(each)) {
        throw Stop.usage(
            "%s is a symbolic link\nmend: make it a folder".formatted(root.relativize(each)));
      }
    }
  }

  private static void make(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
