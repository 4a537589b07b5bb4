package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.store.Content;
import dev.berth.knowledge.store.StoreProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one node may hold in a store that was tampered with. */
class HostileNodeTest {

  private final HandMadeTree made = new HandMadeTree();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f 644 -10 H P 0 workspace/a",
        "f 644 010 H P 0 workspace/a",
        "f 644 99999999999999999999 H P 0 workspace/a",
        "f 644 999999999999999999 H H 0 workspace/a",
        "f 644 10 H P -1 workspace/a",
        "f 644 10 H P 1048567 workspace/a",
        "f 644 10 H H 1 workspace/a",
        "f 644 65537 H P 0 workspace/a",
        "f 644 10 H - 0 workspace/a",
        "f 644 0 H - 0 workspace/a",
        "f 644 0 H P 0 workspace/a",
        "f 1644 10 H P 0 workspace/a",
        "f 4755 10 H P 0 workspace/a",
        "f 64 10 H P 0 workspace/a",
        "f 648 10 H P 0 workspace/a",
        "f 644 10 h P 0 workspace/a",
        "f 644 10 H P 0  workspace/a",
        "f 644 10 H P 0 workspace/a ",
        "f 644 10 H P workspace/a",
        "f\t644 10 H P 0 workspace/a",
        "l 644 10 H P 0 workspace/a",
        "d 755 workspace/a",
        "",
      })
  void aLineThatBerthWouldNotWriteIsDamage(String line) throws IOException {
    String tooShort = HandMadeTree.H.substring(1);
    made.assertUnreadable(
        made.leaf(
            line.replace("H", HandMadeTree.H).replace("P", HandMadeTree.P).replace("h", tooShort)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "berth-leaf 1",
        "berth-leaf 2\n",
        "berth-leaf 1 \n",
        "berth-leaf 1\n\n",
        "berth-leaf 1\r\n",
        " berth-leaf 1\n",
        "berth-inner 1 1\n",
        "berth-inner 1\n",
        "berth-inner 1 0\n",
        "berth-inner 1 32\n",
        "berth-inner 1 99999999999\n",
        "\u0000\n"
      })
  void aTextThatIsNoNodeIsDamage(String text) throws IOException {
    made.assertUnreadable(made.put(text));
  }

  @Test
  void aChildThatIsNotWhatIsSaidOfItIsDamage() throws IOException {
    String leaf = made.leaf(HandMadeTree.file("workspace/a"), HandMadeTree.file("workspace/b"));
    made.assertReadable(made.inner(1, HandMadeTree.child(leaf, 2, 20, "workspace/a")));
    made.assertUnreadable(made.inner(1, HandMadeTree.child(leaf, 1, 20, "workspace/a")));
    made.assertUnreadable(made.inner(1, HandMadeTree.child(leaf, 2, 21, "workspace/a")));
    made.assertUnreadable(made.inner(1, HandMadeTree.child(leaf, 2, 20, "workspace/Z")));
    made.assertUnreadable(made.inner(2, HandMadeTree.child(leaf, 2, 20, "workspace/a")));
    made.assertUnreadable(made.inner(1, HandMadeTree.child(made.leaf(), 0, 0, "workspace/a")));
  }

  @Test
  void countsThatOverflowAreDamage() throws IOException {
    String huge = "999999999999999999";
    StringBuilder children = new StringBuilder("berth-inner 1 1\n");
    for (int i = 10; i < 30; i++) {
      children.append("n " + HandMadeTree.H + " " + huge + " " + huge + " workspace/a" + i + "\n");
    }
    made.assertUnreadable(made.put(children.toString()));
  }

  @Test
  void aNodeOfOtherBytesIsDamage() throws IOException {
    made.store.create(ObjectName.ofObject(HandMadeTree.H), Content.of("berth-leaf 1\n"));
    made.assertUnreadable(HandMadeTree.H);
  }

  @Test
  void aTruncatedNodeIsDamage() throws IOException {
    String whole =
        "berth-leaf 1\n"
            + HandMadeTree.file("workspace/a")
            + "\n"
            + HandMadeTree.file("workspace/b")
            + "\n";
    String name = Sha256.of(whole.getBytes(StandardCharsets.US_ASCII));
    String part = whole.substring(0, whole.indexOf("workspace/a") + 12);
    made.store.create(ObjectName.ofObject(name), Content.of(part));
    made.assertUnreadable(name);
  }

  @Test
  void aHugeNodeIsDamage() throws IOException {
    String huge = "berth-leaf 1\n" + "x".repeat(TreeFormat.MOST_BYTES);
    made.assertUnreadable(made.put(huge));
  }

  @Test
  void aMissingNodeNamesTheSnapshotThatCannotBeRead() throws IOException {
    String root = made.inner(2, HandMadeTree.child(HandMadeTree.H, 1, 10, "workspace/a"));
    StoreProblem problem = HandMadeTree.assertDamaged(made.repository, root);
    assertTrue(problem.message().contains(root), problem.message());
    assertTrue(problem.message().contains(HandMadeTree.H), problem.message());
    assertTrue(problem.message().endsWith("is missing"), problem.message());
  }
}
