package dev.berth.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Addresses, IPv4 and IPv6 together, that a host nobody entered is reckoned to answer with: eight
   * of each family, the most of Elastic Load Balancing's answers.
   */
  public static final int ADDRESSES_OF_A_HOST = 16;

  /** The same for a wildcard, which adds up the answers of every name below it. */
  public static final int ADDRESSES_OF_A_WILDCARD = 20;

  private static final String TABLE = "hosts.tsv";
  private static final HostCatalogue BUILT_IN = read();

  private final SortedMap<String, Provider> providers = new TreeMap<>();
  private final Map<String, List<HostName>> channels = new TreeMap<>();
  private final Set<HostName> restricted = new HashSet<>();
  private final Map<HostName, Integer> addresses = new HashMap<>();
  private String version = "";

  private HostCatalogue(List<String> lines) {
    for (String line : lines) {
      String[] column = line.split("\t", -1);
      if (column[0].equals("version")) {
        version = column[1];
        continue;
      }
      List<HostName> hosts =
          Arrays.stream(column[3].split(" "))
              .map(host -> HostName.parse(host).orElseThrow())
              .toList();
      String[] reckoned = column[4].split(" ", -1);
      for (int each = 0; each < hosts.size(); each++) {
        addresses.put(hosts.get(each), Integer.valueOf(reckoned[each]));
      }
      switch (column[0]) {
        case "provider" -> providers.put(column[1], new Provider(column[1], column[2], hosts));
        case "channel" -> channels.put(column[1], hosts);
        case "restricted" -> restricted.addAll(hosts);
        default -> throw new IllegalStateException(TABLE + ": " + line);
      }
    }
  }

  /** The catalogue that comes with Berth. */
  public static HostCatalogue builtIn() {
    return BUILT_IN;
  }

  /** The day it was last changed, e.g. {@code 2026-11-21}. */
  public String version() {
    return version;
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

  /** Whether restricted.googleapis.com answers for {@code api}, as far as it was entered. */
  public boolean restricted(HostName api) {
    return restricted.contains(api);
  }

  /** How many addresses, IPv4 and IPv6 together, an agent is reckoned to be told for it. */
  public int addresses(HostName host) {
    return addresses.getOrDefault(
        host, host.wildcard() ? ADDRESSES_OF_A_WILDCARD : ADDRESSES_OF_A_HOST);
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
