package dev.berth.cli;

import dev.berth.access.ResourceWord;
import dev.berth.model.HostName;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A resource's word as somebody typed it. */
record ResourceName(String text) {

  private static final String HOST = "host/";

  /**
   * Refuses what nothing is called. A host is always a fair question: there is no list of all.
   *
   * @param known every word there is
   */
  void mustBeAmong(Collection<String> known) {
    if (!known.contains(text) && !host()) {
      throw Stop.usage(Suggestion.unknown("resource", text, alike(known)));
    }
  }

  private boolean host() {
    return text.startsWith(HOST) && HostName.parse(text.substring(HOST.length())).isPresent();
  }

  /** Words of the same kind; of an unknown kind, one word of each. */
  private List<String> alike(Collection<String> known) {
    String kind = kind(text);
    List<String> same = known.stream().filter(word -> kind(word).equals(kind)).sorted().toList();
    if (!same.isEmpty() && text.contains("/")) {
      return same;
    }
    TreeSet<String> kinds = new TreeSet<>(List.of(ResourceWord.DNS, ResourceWord.METADATA));
    known.stream()
        .filter(word -> word.contains("/"))
        .forEach(word -> kinds.add(kind(word) + "/NAME"));
    return List.copyOf(kinds);
  }

  private static String kind(String word) {
    return word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
  }
}
