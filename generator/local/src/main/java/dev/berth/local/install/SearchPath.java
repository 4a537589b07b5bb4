package dev.berth.local.install;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The folders programs are looked for in.
 *
 * @param folders in the order they are searched
 */
record SearchPath(List<Path> folders) {

  /** Of the variable {@code PATH}; what is empty or relative there is left out. */
  static SearchPath of(Map<String, String> variables) {
    List<Path> folders = new ArrayList<>();
    String path = variables.getOrDefault("PATH", "");
    for (String each : Pattern.compile(File.pathSeparator, Pattern.LITERAL).split(path, -1)) {
      try {
        Path folder = Path.of(each);
        if (folder.isAbsolute()) {
          folders.add(folder);
        }
      } catch (InvalidPathException noFolder) {
        // A name that this system knows no folder by holds no program either.
      }
    }
    return new SearchPath(List.copyOf(folders));
  }

  /** Every executable file of that name, in order. */
  List<Path> all(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .toList();
  }
}
