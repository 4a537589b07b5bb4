package dev.berth.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What Terraform calls things: {@code terraform.tsv} beside this class. */
final class TerraformNames {

  private static final String TABLE = "terraform.tsv";

  /** Terraform's names by Pulumi's, by kind of row. */
  private static final Map<String, Map<String, String>> ROWS = read();

  private TerraformNames() {}

  /** Every row of one kind: {@code type}, {@code block} or {@code map}. */
  static Map<String, String> rows(String kind) {
    return Objects.requireNonNull(ROWS.get(kind), kind);
  }

  /**
   * A resource type, e.g. {@code google_container_cluster}.
   *
   * @throws IllegalArgumentException when the table does not have it
   */
  static String type(String pulumi) {
    return Optional.ofNullable(rows("type").get(pulumi))
        .orElseThrow(() -> new IllegalArgumentException(TABLE + " has no " + pulumi));
  }

  /** What a list of objects is repeated as. */
  static String block(String property) {
    return rows("block").getOrDefault(property, snake(property));
  }

  /** Whether its keys are data, such as those of labels. */
  static boolean isMap(String property) {
    return rows("map").containsKey(property);
  }

  /** {@code masterIpv4CidrBlock} as {@code master_ipv4_cidr_block}. */
  static String snake(String property) {
    return property.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * A planned name as a label: letters, digits and {@code -} as they are, {@code /} as {@code __},
   * all else as {@code _} and hexadecimal digits. Two names never share one.
   */
  static String label(String name) {
    StringBuilder out = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      boolean letter = character < 0x80 && Character.isLetter(character);
      // A label starts with a letter or with _.
      boolean later = character == '-' || (character >= '0' && character <= '9');
      if (letter || (later && out.length() > 0)) {
        out.append(character);
      } else if (character == '/') {
        out.append("__");
      } else {
        out.append('_').append(HexFormat.of().toHexDigits(each));
      }
    }
    return out.toString();
  }

  private static Map<String, Map<String, String>> read() {
    try (InputStream table =
            Objects.requireNonNull(TerraformNames.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<String, Map<String, String>> rows = new TreeMap<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              row -> rows.computeIfAbsent(row[0], kind -> new TreeMap<>()).put(row[1], row[2]));
      return rows;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
