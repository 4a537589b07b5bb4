package dev.berth.rules;

import dev.berth.model.HostName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hosts where anybody can receive data: {@code open-hosts.tsv} beside this class. */
final class OpenHosts {

  /**
   * One of them.
   *
   * @param host in which a {@code *} stands for one label or more
   * @param why in words, e.g. {@code anybody's bucket takes an object}
   * @param source an address where that can be read
   */
  record OpenHost(String host, String why, String source) {

    private Pattern names() {
      return Pattern.compile(host.replace(".", "\\.").replace("*", "[-.a-z0-9*]+"));
    }
  }

  private static final String TABLE = "open-hosts.tsv";
  private static final OpenHosts BUILT_IN = read();

  /** An entry and what it matches. */
  private record Entry(OpenHost open, Pattern names) {}

  private final List<Entry> entries;

  private OpenHosts(Stream<String> lines) {
    this.entries =
        lines
            .map(line -> line.split("\t", -1))
            .map(column -> new OpenHost(column[0], column[1], column[2]))
            .map(open -> new Entry(open, open.names()))
            .toList();
  }

  /** The table that comes with Berth. */
  static OpenHosts builtIn() {
    return BUILT_IN;
  }

  /** What is known of a host, if anybody can receive data there. */
  Optional<OpenHost> of(HostName host) {
    return entries.stream()
        .filter(entry -> entry.names().matcher(host.text()).matches())
        .map(Entry::open)
        .findFirst();
  }

  /** All of them, in the order of the table. */
  List<OpenHost> all() {
    return entries.stream().map(Entry::open).toList();
  }

  private static OpenHosts read() {
    try (InputStream table =
            Objects.requireNonNull(OpenHosts.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new OpenHosts(reader.lines().filter(line -> !line.startsWith("#")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
