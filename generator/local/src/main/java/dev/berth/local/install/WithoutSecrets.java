package dev.berth.local.install;

import java.util.regex.Pattern;

/** What another program said, fit to be shown: without the passwords of addresses and tokens. */
final class WithoutSecrets {

  private static final Pattern USER_AND_PASSWORD = Pattern.compile("(?<=://)[^/@\\s]+@");

  private static final Pattern TOKEN =
      Pattern.compile("(?i)\\b(_?auth(?:token)?|password|npm_[A-Za-z0-9]{8})[=: ]*[^\\s]+");

  private WithoutSecrets() {}

  static String of(String said) {
    String first = USER_AND_PASSWORD.matcher(said).replaceAll("***@");
    return TOKEN.matcher(first).replaceAll("***");
  }
}
