package dev.berth.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has the shape of a password, key or token. It would rather find one too many. */
public final class SecretScan {

  /** What is printed in place of a secret. */
  public static final String MASK = "***";

  /**
   * Part of a text that must not be shown.
   *
   * @param start in UTF-16 units from the start of the text
   * @param end in UTF-16 units, exclusive
   * @param kind what it looks like, with its article
   */
  public record Secret(int start, int end, String kind) {}

  private static final String KEY_START = "-----BEGIN";
  private static final Pattern KEY_HEAD = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY");

  /** The shortest text any {@link SecretShape} matches. */
  private static final int LEAST = 15;

  private SecretScan() {}

  /** Every secret in {@code text}, in order, none overlapping another. */
  public static List<Secret> find(String text) {
    List<Secret> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end - at >= KEY_START.length()) {
        String word = text.substring(at, end);
        int keyEnd = endOfKey(text, at, word, found);
        if (keyEnd < 0 && word.length() >= LEAST) {
          addFrom(word, at, found);
        }
        end = Math.max(end, keyEnd);
      }
      at = Math.max(end, at + 1);
    }
    return List.copyOf(found);
  }

  /** {@code text} with every secret replaced by {@link #MASK}. */
  public static String mask(String text) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Secret secret : find(text)) {
      masked.append(text, from, secret.start()).append(MASK);
      from = secret.end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  /** Secrets are long words without a space, so all other text costs one look a character. */
  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '-' && c <= ':') // the digits, and - . / :
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '='
        || c == '+';
  }

  private static void addFrom(String word, int start, List<Secret> found) {
    List<Secret> here = new ArrayList<>();
    for (SecretShape shape : SecretShape.ALL) {
      if (word.contains(shape.marker())) {
        Matcher matcher = shape.pattern().matcher(word);
        while (matcher.find()) {
          here.add(new Secret(start + matcher.start(), start + matcher.end(), shape.kind()));
        }
      }
    }
    here.sort(Comparator.comparingInt(Secret::start));
    here.forEach(secret -> addJoined(secret, found));
  }

  /** Overlapping finds become one, so that no tail of any of them is shown. */
  private static void addJoined(Secret secret, List<Secret> found) {
    Secret last = found.isEmpty() ? secret : found.get(found.size() - 1);
    if (found.isEmpty() || secret.start() >= last.end()) {
      found.add(secret);
    } else if (secret.end() > last.end()) {
      found.set(found.size() - 1, new Secret(last.start(), secret.end(), last.kind()));
    }
  }

  /** Adds the private key that starts in a word and returns its end, or -1 when none does. */
  private static int endOfKey(String text, int start, String word, List<Secret> found) {
    int within = word.indexOf(KEY_START);
    if (within < 0) {
      return -1;
    }
    int first = start + within;
    Matcher head = KEY_HEAD.matcher(text).region(first, text.length());
    if (!head.lookingAt()) {
      return -1;
    }
    // A key without its last line is one to the end of the text.
    int last = text.indexOf("-----END", head.end());
    int keyEnd = last < 0 ? text.length() : last;
    while (keyEnd < text.length() && "\r\n".indexOf(text.charAt(keyEnd)) < 0) {
      keyEnd++;
    }
    found.add(new Secret(first, keyEnd, "a private key"));
    return keyEnd;
  }
}
