package dev.berth.e2e.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** {@code ./berth up} and {@code ./berth down} as a user runs them, on the repository's fleet. */
final class BerthLaneTest {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private final Lane lane;
  private final BerthCommand berth;

  BerthLaneTest(TestInfo test) throws Exception {
    Path folder = Path.of("target/lane", "berth-" + test.getTestMethod().orElseThrow().getName());
    Folders.delete(folder);
    lane = Lane.in(folder);
    berth = BerthCommand.in(lane);
    Files.createSymbolicLink(lane.folder().resolve("templates"), HOME.resolve("templates"));
    for (String source : List.of("fleet.yaml", "waivers.yaml", "agents", "souls")) {
      lane.run(lane.folder(), "cp", "-R", HOME.resolve(source).toString(), ".");
    }
  }

  @Test
  void aFleetComesUpGrowsAndGoesDown() throws Exception {
    berth.run("up").with(2).saying("nobody is at a terminal", "mend: add `--yes`");
    assertEquals(List.of(), lane.cloud().objects());

    berth
        .run("up", "--yes")
        .with(0)
        .saying(
            "dev platform    create berth-dev-cluster\n",
            "dev fleet-00    create sales/quotes/release done\n",
            "dev platform    +",
            "dev fleet-00    +")
        .neverSaying("failed", "create google\n", "create default\n", "create sales\n");
    States.check(lane);
    List<Path> small = lane.cloud().objects();
    BerthCommand.Said again = berth.run("up", "--yes").with(0);
    assertEquals("dev platform    up to date\ndev fleet-00    up to date\n", again.text());

    Files.writeString(
        lane.folder().resolve("agents/sales/helper.yaml"),
        "channels:\n  telegram: { botToken: sales-helper-telegram }\n");
    Files.writeString(lane.folder().resolve("souls/helper.md"), "# Helper\n");
    BerthCommand.Said grown = berth.run("up", "--yes").with(0);
    assertTrue(
        grown
            .text()
            .lines()
            .filter(line -> line.contains(" create "))
            .allMatch(line -> line.contains("sales/helper/")),
        grown::text);
    List<Path> added = new ArrayList<>(lane.cloud().objects());
    added.removeAll(small);
    assertTrue(added.size() >= 5, added::toString);
    assertTrue(
        added.stream().allMatch(each -> each.toString().contains("helper")), added::toString);

    List<Path> before = lane.cloud().objects();
    assertTrue(!lane.cloud().ofFleet().isEmpty(), before::toString);
    berth
        .run("down", "--yes")
        .with(4)
        .saying("protected from deletion: ", "knowledge", "mend: add `--keep-platform`");
    assertEquals(before, lane.cloud().objects());

    berth.run("down", "--yes", "--keep-platform").with(0).saying("dev fleet-00    -");
    assertEquals(List.of(), lane.cloud().ofFleet());
  }

  @Test
  void aRunThatLostItsMachineIsGoneOnWith() throws Exception {
    Path said = lane.folder().resolve("killed.txt");
    Process process = berth.with("STANDIN_DELAY_MS", "2000").start(said, "up", "--yes");
    while (!Files.exists(said) || !Files.readString(said).contains("/service-account")) {
      assertTrue(process.isAlive(), () -> "ended early: see " + said);
      Thread.sleep(100);
    }
    // The engine notes an operation just after it says that it starts.
    Thread.sleep(400);
    List<ProcessHandle> engines = process.descendants().toList();
    process.destroyForcibly();
    engines.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();

    berth
        .run("up", "--yes")
        .with(0)
        .saying(
            "the stack is locked, by ",
            "take the lock away",
            "a run was killed while it made ",
            "look what there is and go on");
    berth.run("up", "--yes").with(0).saying("dev fleet-00    up to date");
  }

  @Test
  void whatARunLacksIsSaidWithItsMend() throws Exception {
    berth
        .runWithoutTools("up", "--yes")
        .with(3)
        .saying("the Pulumi command line is not on the PATH", "mend: install Pulumi");
    berth
        .without("PULUMI_CONFIG_PASSPHRASE")
        .run("up", "--yes")
        .with(3)
        .saying("passphrase", "mend: export PULUMI_CONFIG_PASSPHRASE_FILE=");
    berth
        .without("PULUMI_BACKEND_URL")
        .run("up", "--yes")
        .with(3)
        .saying("where to keep the state", "mend: pulumi login");
    assertEquals(List.of(), lane.cloud().objects());
  }
}
