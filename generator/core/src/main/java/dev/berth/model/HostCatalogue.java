package dev.berth.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which hosts model providers and channels are reached at: {@code hosts.tsv} beside this class. */
public final class HostCatalogue {

  /**
   * A model provider.
   *
   * @param name as model ids spell it, e.g. {@code anthropic}
   * @param baseUrl where its API starts, without a last slash
   */
  public record Provider(String name, String baseUrl, List<HostName> hosts) {
    public Provider {
      hosts = List.copyOf(hosts);
    }
  }

  private static final String TABLE = "hosts.tsv";
  private static final HostCatalogue BUILT_IN = read();

  private final SortedMap<String, Provider> providers = new TreeMap<>();
  private final Map<String, List<HostName>> channels = new TreeMap<>();

  private HostCatalogue(List<String> lines) {
    for (String line : lines) {
      String[] column = line.split("\t", -1);
      List<HostName> hosts =
          Arrays.stream(column[3].split(" "))
              .map(host -> HostName.parse(host).orElseThrow())
              .toList();
      if (column[0].equals("provider")) {
        providers.put(column[1], new Provider(column[1], column[2], hosts));
      } else {
        channels.put(column[1], hosts);
      }
    }
  }

  /** The catalogue that comes with Berth. */
  public static HostCatalogue builtIn() {
    return BUILT_IN;
  }

  public Optional<Provider> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  /** Every provider's name, sorted. */
  public List<String> providers() {
    return List.copyOf(providers.keySet());
  }

  /** What an agent on this channel must reach. */
  public List<HostName> channel(ChannelKind kind) {
    return Objects.requireNonNull(channels.get(kind.toString()), kind::toString);
  }

  private static HostCatalogue read() {
    try (InputStream table =
            Objects.requireNonNull(HostCatalogue.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new HostCatalogue(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
