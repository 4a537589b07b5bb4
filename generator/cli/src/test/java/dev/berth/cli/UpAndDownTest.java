package dev.berth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.deploy.pulumi.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code up} and {@code down} with the engine replaced; the engine itself has its own lane. */
class UpAndDownTest {

  private static final Path FLEET = Path.of("src/test/golden/everything-right/given");

  private final FakePulumi pulumi = new FakePulumi();

  @Test
  void upBringsThePlatformUpFirst() {
    String said = run(false, "", "up", "--yes");
    assertEquals(List.of("up dev", "up dev-00"), pulumi.calls);
    assertEquals(
        """
        dev platform    create bucket
        dev platform    create bucket done
        dev platform    +1 ~2 =9
        dev fleet-00    create bucket
        dev fleet-00    create bucket done
        dev fleet-00    +1 ~2 =9
        exit: 0
        """,
        said);
  }

  @Test
  void nothingIsChangedWithoutConsent() {
    assertTrue(run(true, "n\n", "up").endsWith("Nothing was changed.\nexit: 4\n"));
    assertTrue(run(true, "", "up").endsWith("exit: 4\n"));
    assertTrue(run(false, "y\n", "up").contains("add `--yes`"));
    assertEquals(List.of(), pulumi.calls);
  }

  @Test
  void aPersonAtATerminalIsAsked() {
    String said = run(true, "yes\n", "up", "--color", "never");
    assertTrue(
        said.startsWith("Bring up 1 agent in 2 stacks, in project acme-agents-dev? [y/N] "), said);
    assertTrue(said.endsWith("exit: 0\n"), said);
    assertEquals(List.of("up dev", "up dev-00"), pulumi.calls);
  }

  @Test
  void aPreviewChangesNothingAndNeedsNoPlatform() {
    pulumi.stopping("preview dev-00", new Problem.NoPlatform("dev"));
    assertEquals(
        """
        dev platform    +3
        dev fleet-00    known once the platform is up
        exit: 0
        """,
        run(false, "", "up", "--preview"));
    assertEquals(List.of("preview dev", "preview dev-00"), pulumi.calls);
  }

  @Test
  void aStopSaysWhatIsDoneAndHowToGoOn() {
    pulumi.stopping("up dev-00", new Problem.NoCredentials());
    String said = run(false, "", "up", "--yes", "--quiet");
    assertEquals(
        """
        dev platform    +1 ~2 =9
        berth: dev fleet-00: there are no Google Cloud credentials
        mend: gcloud auth application-default login
        Done: dev platform. Not finished: dev fleet-00. berth up --env dev goes on from
        there.
        exit: 3
        """,
        said);
  }

  @Test
  void aLockOfADeadRunIsTakenAwayWithConsent() {
    pulumi.stopping("up dev", new Problem.Locked("by a killed run", true));
    String said = run(false, "", "up", "--yes");
    assertTrue(
        said.contains(
            "dev platform: the stack is locked, by a killed run, which runs no more. Berth\n"
                + "will take the lock away.\n"),
        said);
    assertTrue(said.endsWith("exit: 0\n"));
    assertEquals(List.of("up dev", "unlock dev", "up dev", "up dev-00"), pulumi.calls);
  }

  @Test
  void aLockOfALivingRunIsLeftAlone() {
    pulumi.stopping("up dev", new Problem.Locked("by another run", false));
    assertTrue(run(false, "", "up", "--yes").endsWith("exit: 3\n"));
    assertEquals(List.of("up dev"), pulumi.calls);
  }

  @Test
  void openOperationsAreLookedUpBeforeGoingOn() {
    pulumi.stopping("up dev-00", new Problem.PendingOperations(List.of("support/namespace")));
    assertTrue(run(false, "", "up", "--yes").endsWith("exit: 0\n"));
    assertEquals(List.of("up dev", "up dev-00", "refresh dev-00", "up dev-00"), pulumi.calls);
  }

  @Test
  void whatAKilledRunLeftStaysWhenNobodyAgrees() {
    pulumi.stopping("up dev", new Problem.Locked("by a killed run", true));
    assertTrue(run(true, "y\nn\n", "up").endsWith("exit: 3\n"));
    assertEquals(List.of("up dev"), pulumi.calls);
  }

  @Test
  void aProblemThatMendingDoesNotMendEndsTheRun() {
    for (int each = 0; each < 9; each++) {
      pulumi.stopping("up dev", new Problem.Locked("by a killed run", true));
    }
    assertTrue(run(false, "", "up", "--yes").endsWith("exit: 3\n"));
  }

  @Test
  void downTakesThePlatformDownLast() {
    assertTrue(run(false, "", "down", "--yes").endsWith("exit: 0\n"));
    assertEquals(
        List.of("previewDestroy dev-00", "previewDestroy dev", "destroy dev-00", "destroy dev"),
        pulumi.calls);
  }

  @Test
  void downDeletesNothingWhereOneThingIsProtected() {
    pulumi.stopping("previewDestroy dev", new Problem.Protected(List.of("bucket")));
    String said = run(false, "", "down", "--yes");
    assertTrue(said.contains("protected from deletion: bucket"), said);
    assertTrue(said.endsWith("Nothing was changed.\nexit: 4\n"), said);
    assertEquals(List.of("previewDestroy dev-00", "previewDestroy dev"), pulumi.calls);
  }

  @Test
  void downCanLeaveThePlatform() {
    assertTrue(run(false, "", "down", "--yes", "--keep-platform").endsWith("exit: 0\n"));
    assertEquals(List.of("previewDestroy dev-00", "destroy dev-00"), pulumi.calls);
  }

  @Test
  void downOnlyLooksWhenAsked() {
    run(false, "", "down", "--dry-run");
    assertEquals(List.of("previewDestroy dev-00", "previewDestroy dev"), pulumi.calls);
  }

  @Test
  void coloursMeanSomethingAndAreLeftOutOnRequest() {
    String said = run(true, "y\n", "up");
    assertTrue(said.contains("\u001b[32m+1\u001b[0m \u001b[33m~2\u001b[0m"), said);
    assertTrue(!run(true, "y\n", "up", "--color", "never").contains("\u001b[3"));
  }

  private String run(boolean terminal, String answers, String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            FLEET.toAbsolutePath(),
            CommandRun.HOME,
            Map.of(),
            terminal,
            CommandRun.TODAY,
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            both,
            both);
    int code =
        Berth.run(
            around,
            new Workshop(
                CommandRun.HOME,
                () -> pulumi,
                CommandRun.NO_SECRETS,
                CommandRun.NO_CLUSTER,
                CommandRun.NO_KNOWLEDGE,
                CommandRun.NO_LAPTOP),
            args);
    return said.toString(StandardCharsets.UTF_8) + "exit: " + code + "\n";
  }
}
