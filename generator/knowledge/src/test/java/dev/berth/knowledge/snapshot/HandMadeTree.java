package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import dev.berth.knowledge.store.StoreProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Nodes written by hand, as nobody else would write them. */
final class HandMadeTree {

  static final String H = Sha256.of(new byte[] {1});
  static final String P = Sha256.of(new byte[] {2});

  final SpyStore store = new SpyStore();
  final Repository repository = new Repository(store);

  void assertReadable(String tree) {
    assertTrue(Trees.all(repository.entries(tree)).size() > 0);
  }

  void assertUnreadable(String tree) {
    assertDamaged(repository, tree);
  }

  static StoreProblem assertDamaged(Repository repository, String tree) {
    UncheckedIOException thrown =
        assertThrows(UncheckedIOException.class, () -> Trees.all(repository.entries(tree)));
    StoreProblem problem = (StoreProblem) thrown.getCause();
    assertEquals(Kind.DAMAGED, problem.kind(), problem.message());
    return problem;
  }

  static String file(String name) {
    return "f 644 10 " + H + " " + P + " 0 " + name;
  }

  static String child(String sha256, long files, long bytes, String first) {
    return "n " + sha256 + " " + files + " " + bytes + " " + first;
  }

  String leaf(String... lines) throws IOException {
    return put("berth-leaf 1\n" + String.join("\n", lines) + (lines.length > 0 ? "\n" : ""));
  }

  String inner(int level, String... lines) throws IOException {
    return put("berth-inner 1 " + level + "\n" + String.join("\n", lines) + "\n");
  }

  String put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    store.create(ObjectName.ofObject(Sha256.of(bytes)), Content.of(bytes));
    return Sha256.of(bytes);
  }
}
