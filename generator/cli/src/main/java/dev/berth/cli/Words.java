package dev.berth.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words.
 *
 * @param known whose text is the word, in any case
 */
record Words<T>(List<T> known) implements ITypeConverter<T> {

  @Override
  public T convert(String written) {
    for (T each : known) {
      if (each.toString().equalsIgnoreCase(written)) {
        return each;
      }
    }
    throw new TypeConversionException(
        "`%s` is none of %s"
            .formatted(
                written, known.stream().map(Object::toString).collect(Collectors.joining(", "))));
  }
}
