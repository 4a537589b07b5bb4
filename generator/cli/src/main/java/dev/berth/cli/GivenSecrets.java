package dev.berth.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of whoever runs this: variables of the environment, then lines of a file.
 *
 * @param shown the file's name for people
 */
record GivenSecrets(Map<String, String> variables, Map<String, String> lines, String shown) {

  private static final String FILE = ".env";

  /**
   * Those that can be had. The file is read only when the environment lacks one, or it was named.
   *
   * @param root the folder of fleet.yaml
   * @param named by the command line; it must be there
   * @param wanted names of variables
   */
  static GivenSecrets of(
      Surroundings around, Path root, Optional<Path> named, Collection<String> wanted) {
    String shown = named.map(Path::toString).orElse(FILE);
    SecretFile file =
        new SecretFile(
            named
                .map(path -> around.folder().resolve(path))
                .orElse(root.resolve(FILE))
                .toAbsolutePath()
                .normalize(),
            shown);
    if (named.isPresent() && !file.exists()) {
      throw Stop.usage(
          "there is no file %s\nmend: name one of lines NAME=value with `--env-file`"
              .formatted(shown));
    }
    boolean lacking = wanted.stream().anyMatch(name -> !has(around.variables(), name));
    Map<String, String> lines =
        named.isPresent() || (lacking && file.exists()) ? file.read().values() : Map.of();
    return new GivenSecrets(around.variables(), lines, shown);
  }

  private static boolean has(Map<String, String> values, String name) {
    return !values.getOrDefault(name, "").isEmpty();
  }

  /** Its value; an empty one is none. */
  Optional<String> value(String variable) {
    return has(variables, variable)
        ? Optional.ofNullable(variables.get(variable))
        : Optional.ofNullable(lines.get(variable)).filter(text -> !text.isEmpty());
  }

  /** Where it is: {@code the environment}, the file, or nowhere. */
  Optional<String> place(String variable) {
    if (has(variables, variable)) {
      return Optional.of("the environment");
    }
    return has(lines, variable) ? Optional.of(shown) : Optional.empty();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "secrets of the environment and of " + shown;
  }
}
