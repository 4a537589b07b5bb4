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
  private static final Pattern FILE = Pattern.compile("(?m)^## \\S*SOUL\\.md\\s*$");

  /** Where the next one begins. */
  private static final Pattern NEXT =
      Pattern.compile("(?m)^## (?:\\S*/\\S+\\.md|Silent Replies|Heartbeats|Runtime)\\s*$");

  private static final Pattern TITLE = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

  /** Of the soul in what a system message says; empty when it holds none. */
  static Optional<SoulExcerpt> of(String system) {
    Matcher file = FILE.matcher(system);
    if (!file.find()) {
      return Optional.empty();
    }
    Matcher next = NEXT.matcher(system).region(file.end(), system.length());
    return ofSoul(system.substring(file.end(), next.find() ? next.start() : system.length()));
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
    String words = sentences(String.join(" ", paragraph));
    String text = (title.isEmpty() ? "" : "I am " + title + ". ") + words;
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new SoulExcerpt(shortened(text.strip(), MOST_CHARACTERS)));
  }

  /** As many whole sentences as fit. */
  private static String sentences(String words) {
    if (words.length() <= MOST_CHARACTERS) {
      return words;
    }
    Matcher end = SENTENCE_END.matcher(words);
    int fits = 0;
    while (end.find() && end.end() <= MOST_CHARACTERS / 2) {
      fits = end.end();
    }
    return fits == 0 ? words : words.substring(0, fits);
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
