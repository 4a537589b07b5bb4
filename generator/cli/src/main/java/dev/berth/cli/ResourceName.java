package dev.berth.cli;

import dev.berth.access.ResourceWord;
import dev.berth.diagnose.Nearest;
import dev.berth.model.HostName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A resource's word as somebody typed it. */
record ResourceName(String text) {

  private static final String HOST = "host/";
  private static final int MOST_NAMES = 5;

  /** Refuses what nothing is called. A host is always a fair question: there is no list of all. */
  void mustBeAmong(Collection<String> words) {
    mustBeAmong(words, List.of());
  }

  /**
   * The same where what is made has names too.
   *
   * @param words of resources
   * @param made names as pulumi knows them
   */
  void mustBeAmong(Collection<String> words, Collection<String> made) {
    TreeSet<String> known = new TreeSet<>(words);
    known.addAll(made);
    if (!known.contains(text) && !host()) {
      throw Stop.usage(Suggestion.unknown("resource", text, alike(words, known)));
    }
  }

  private boolean host() {
    return text.startsWith(HOST) && HostName.parse(text.substring(HOST.length())).isPresent();
  }

  /** Some names of the same kind; of an unknown kind, what kinds there are: never a whole fleet. */
  private List<String> alike(Collection<String> words, Collection<String> known) {
    Optional<String> meant = Nearest.to(text, known);
    if (meant.isPresent()) {
      return List.of(meant.get());
    }
    List<String> same = known.stream().filter(word -> kind(word).equals(kind(text))).toList();
    if (!same.isEmpty() && text.contains("/")) {
      return Nearest.some(MOST_NAMES, text, same);
    }
    TreeSet<String> kinds = new TreeSet<>(List.of(ResourceWord.DNS, ResourceWord.METADATA));
    words.stream()
        .filter(word -> word.contains("/"))
        .forEach(word -> kinds.add(kind(word) + "/NAME"));
    return List.copyOf(kinds);
  }

  private static String kind(String word) {
    return word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
  }
}
