package dev.berth.knowledge.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits: the name of all that is stored. */
final class Sha256 {

  /** Of no bytes at all. */
  static final String OF_NOTHING = of(new byte[0]);

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  static boolean isOne(String text) {
    return HEX.matcher(text).matches();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
