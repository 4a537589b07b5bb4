package dev.berth.emit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of an output folder with their SHA-256, as {@code sha256sum --check} reads it: which
 * files are Berth's own.
 *
 * @param hashes 64 lower-case hexadecimal digits by path
 */
record Manifest(SortedMap<String, String> hashes) {

  /** Its file name, at the root of the output folder. */
  static final String NAME = ".berth-manifest";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  Manifest {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /** Empty when {@code text} is no manifest. */
  static Optional<Manifest> parse(String text) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.empty();
      }
      hashes.put(parts.group(2), parts.group(1));
    }
    return Optional.of(new Manifest(hashes));
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    hashes.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
