package dev.berth.knowledge.snapshot;

import dev.berth.knowledge.crossing.KnowledgePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds entries that come one by one to their order, and files to having nothing below them. */
final class PathOrder {

  /** Files whose name the next name may begin with; {@code a-b} comes between a and a/b. */
  private final Deque<String> files = new ArrayDeque<>();

  private @Nullable KnowledgePath last;

  /** Takes the next entry; says what is wrong: the end of a sentence whose subject is its name. */
  Optional<String> wrong(Entry next) {
    if (!isAfterLast(next.path())) {
      return Optional.of("is not in order");
    }
    String text = next.path().text();
    while (!files.isEmpty() && !text.startsWith(files.element())) {
      files.pop();
    }
    for (String file : files) {
      if (text.charAt(file.length()) == '/') {
        return Optional.of("is below a file");
      }
    }
    if (!next.isFolder()) {
      files.push(text);
    }
    last = next.path();
    return Optional.empty();
  }

  /** Passes over a node without reading it. */
  void skip(KnowledgePath first) {
    last = first;
  }

  boolean isAfterLast(KnowledgePath path) {
    return last == null || path.compareTo(last) > 0;
  }
}
