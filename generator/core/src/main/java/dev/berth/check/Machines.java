package dev.berth.check;

import dev.berth.model.ByteSize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The machine types Berth knows: {@code machines.tsv} beside this class. */
final class Machines {

  private static final String TABLE = "machines.tsv";
  private static final SortedMap<String, Machine> BY_TYPE = read();

  private Machines() {}

  static Optional<Machine> named(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** Every type, sorted. */
  static List<String> types() {
    return List.copyOf(BY_TYPE.keySet());
  }

  private static SortedMap<String, Machine> read() {
    try (InputStream table =
            Objects.requireNonNull(Machines.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      SortedMap<String, Machine> machines = new TreeMap<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Machines::machine)
          .forEach(machine -> machines.put(machine.type(), machine));
      return machines;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Machine machine(String line) {
    String[] column = line.split("\t", -1);
    return new Machine(
        column[0],
        Integer.parseInt(column[1]),
        new ByteSize(Long.parseLong(column[2])),
        column[3].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(column[3])));
  }
}
