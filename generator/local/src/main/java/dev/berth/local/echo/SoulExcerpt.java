package dev.berth.local.echo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a soul begins: its title, and the first sentences below it.
 *
 * @param text at most 300 characters, on one line
 */
record SoulExcerpt(String text) {

  private static final int MOST_CHARACTERS = 300;

  /** How OpenClaw brings in each file of a workspace; seen with 2026.9.6. */
  private static final Pattern FILE = Pattern.compile("(?m)^## .*\\bSOUL\\.md[ \\t]*$");

  /** Where the next one begins, or the files end. */
  private static final Pattern NEXT =
      Pattern.compile("(?m)^(?:## .*/[^/]+\\.md[ \\t]*|<!-- /?openclaw:.*)$");

  /** What it brings in instead of a file that is not there. */
  private static final String MISSING = "[MISSING]";

  private static final Pattern TITLE = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

  /** Of the soul in what a system message says; empty when it holds none. */
  static Optional<SoulExcerpt> of(String system) {
    Matcher file = FILE.matcher(system);
    if (!file.find()) {
      return Optional.empty();
    }
    Matcher next = NEXT.matcher(system).region(file.end(), system.length());
    String soul = system.substring(file.end(), next.find() ? next.start() : system.length());
    return soul.strip().startsWith(MISSING) ? Optional.empty() : ofSoul(soul);
  }

  private static Optional<SoulExcerpt> ofSoul(String soul) {
    String title = "";
    List<String> paragraph = new ArrayList<>();
    for (String line : soul.lines().map(String::strip).toList()) {
      Matcher heading = TITLE.matcher(line);
      boolean isHeading = heading.matches();
      if (isHeading && title.isEmpty() && paragraph.isEmpty()) {
        title = heading.group(1);
      } else if ((line.isEmpty() || isHeading) && !paragraph.isEmpty()) {
        break;
      } else if (!line.isEmpty() && !isHeading) {
        paragraph.add(line);
      }
    }
    String name = title.isEmpty() ? "" : "I am " + title + ". ";
    String words = shortened(String.join(" ", paragraph), Integer.MAX_VALUE);
    String text = (name + sentences(words, MOST_CHARACTERS - name.length())).strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new SoulExcerpt(shortened(text, MOST_CHARACTERS)));
  }

  /** As many whole sentences as fit; all of it when not even the first does. */
  private static String sentences(String words, int most) {
    Matcher end = SENTENCE_END.matcher(words);
    int fits = 0;
    while (end.find() && end.end() <= most) {
      fits = end.end();
    }
    return fits == 0 || words.length() <= most ? words : words.substring(0, fits);
  }

  /** The text on one line, cut between two characters. */
  static String shortened(String text, int most) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    int cut = most - 3;
    return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut)
        + "...";
  }
}
