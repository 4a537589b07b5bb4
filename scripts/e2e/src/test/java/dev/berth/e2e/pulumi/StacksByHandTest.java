package dev.berth.e2e.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository's own fleet, brought up by {@code pulumi} typed by hand in {@code stacks/*}. */
final class StacksByHandTest {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private final Lane lane;

  StacksByHandTest() throws Exception {
    Path folder = Path.of("target/lane/stacksByHand");
    Folders.delete(folder);
    lane = Lane.in(folder);
    Files.createSymbolicLink(lane.folder().resolve("templates"), HOME.resolve("templates"));
    for (String stack : List.of("platform", "fleet")) {
      Files.createSymbolicLink(
          lane.project(stack).resolve("target"), HOME.resolve("stacks").resolve(stack + "/target"));
    }
    for (String source : List.of("fleet.yaml", "waivers.yaml", "agents", "souls")) {
      lane.run(lane.folder(), "cp", "-R", HOME.resolve(source).toString(), ".");
    }
  }

  private String pulumi(String project, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("pulumi", "--non-interactive"));
    command.addAll(List.of(words));
    return lane.run(lane.project(project), command.toArray(String[]::new));
  }

  private static final String[] UP = {"up", "--yes", "--skip-preview"};

  @Test
  void theSameProgramsComeUpByHand() throws Exception {
    pulumi("platform", "stack", "init", "dev");
    pulumi("platform", UP);
    pulumi("fleet", "stack", "init", "dev-00");
    pulumi("fleet", UP);
    pulumi("fleet", "up", "--yes", "--skip-preview", "--expect-no-changes");
    States.check(lane);

    List<String> before = objects();
    Files.writeString(
        lane.folder().resolve("agents/sales/helper.yaml"),
        "channels:\n  telegram: { botToken: sales-helper-telegram }\n");
    Files.writeString(lane.folder().resolve("souls/helper.md"), "# Helper\n");
    pulumi("fleet", UP);
    List<String> added = new ArrayList<>(objects());
    added.removeAll(before);
    assertTrue(added.size() >= 5, added::toString);
    assertTrue(added.stream().allMatch(each -> each.contains("helper")), added::toString);

    Files.writeString(lane.folder().resolve("agents/sales/helper.yaml"), "memroy: 1Gi\n");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> pulumi("fleet", UP));
    assertTrue(refused.getMessage().contains("error[unknown-key]"), refused::getMessage);
    assertEquals(before.size() + added.size(), objects().size(), "and nothing was touched");
  }

  /** What is in the cloud: each file's name and text. */
  private List<String> objects() throws IOException {
    try (Stream<Path> files = lane.cloud().objects().stream()) {
      return files
          .map(
              file -> {
                try {
                  return file.getFileName() + " " + Files.readString(file);
                } catch (IOException gone) {
                  throw new IllegalStateException(gone);
                }
              })
          .toList();
    }
  }
}
