package dev.berth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A grant on a folder opens exactly the folders at and below it. */
class FolderOwnersProperties {

  @Provide
  Arbitrary<String> paths() {
    // Names that begin alike, so that a prefix of letters is seldom one of segments.
    return Arbitraries.of("a", "ab", "b", "agents")
        .list()
        .ofMaxSize(4)
        .map(segments -> String.join("/", segments));
  }

  @Provide
  Arbitrary<SortedMap<String, String>> trees() {
    return Arbitraries.maps(
            paths().filter(path -> !path.isEmpty()), Arbitraries.of("one", "two", "three"))
        .ofMaxSize(8)
        .map(TreeMap::new);
  }

  @Property
  void aGrantIsRefusedExactlyWhenAFolderOfSomebodyElseIsAtOrBelowIt(
      @ForAll("trees") SortedMap<String, String> tree, @ForAll("paths") String granted) {
    Optional<String> opened = new FolderOwners(tree).opened(granted, "one");
    List<String> others =
        tree.keySet().stream()
            .filter(folder -> !"one".equals(tree.get(folder)))
            .filter(folder -> granted.isEmpty() || (folder + "/").startsWith(granted + "/"))
            .toList();
    assertEquals(others.isEmpty(), opened.isEmpty());
    opened.ifPresent(folder -> assertTrue(others.contains(folder), folder));
  }

  @Example
  void slashesAtTheEndsChangeNothing() {
    FolderOwners owners = new FolderOwners(new TreeMap<>(Map.of("agents/a/b/", "a/b")));
    assertEquals(Optional.of("agents/a/b/"), owners.opened("agents/a/", "a/c"));
    assertEquals(Optional.of("agents/a/b/"), owners.opened("//", "a/c"));
    assertEquals(Optional.empty(), owners.opened("agents/a/b", "a/b"));
  }
}
