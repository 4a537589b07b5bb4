package dev.berth.rules;

import dev.berth.model.HostName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<String, OpenHost> all = new LinkedHashMap<>();

  private final Map<Pattern, OpenHost> wild = new LinkedHashMap<>();

  private OpenHosts(Stream<String> lines) {
    lines
        .map(line -> line.split("\t", -1))
        .map(column -> new OpenHost(column[0], column[1], column[2]))
        .forEach(open -> all.put(open.host(), open));
    all.values().stream()
        .filter(open -> open.host().contains("*"))
        .forEach(open -> wild.put(open.names(), open));
  }

  /** The table that comes with Berth. */
  static OpenHosts builtIn() {
    return BUILT_IN;
  }

  /** What is known of a host, if anybody can receive data there. */
  Optional<OpenHost> of(HostName host) {
    return Optional.ofNullable(all.get(host.text()))
        .or(
            () ->
                wild.entrySet().stream()
                    .filter(each -> each.getKey().matcher(host.text()).matches())
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** All of them, in the order of the table. */
  List<OpenHost> all() {
    return List.copyOf(all.values());
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
