package dev.berth.deploy.pulumi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.pulumi.automation.AutomationException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemReaderTest {

  private final ProblemReader reader = new ProblemReader(List.of("hunter2"));

  @Test
  void aMissingPluginIsNamedWithTheCommandThatInstallsIt() {
    Problem problem =
        read(
            "stderr: pulumi:providers:gcp (gcp): error: no resource plugin 'pulumi-resource-gcp'"
                + " found in the workspace at version v10.2.0 or on your $PATH");
    assertEquals(new Problem.NoPlugin("gcp", "10.2.0"), problem);
    assertEquals("pulumi plugin install resource gcp 10.2.0", problem.mend());
  }

  @Test
  void aPluginThatCannotBeDownloadedIsMissingToo() {
    assertEquals(
        new Problem.NoPlugin("kubernetes", "4.34.2"),
        read(
            "error: Could not automatically download and install resource plugin"
                + " 'pulumi-resource-kubernetes' at version v4.34.2, install the plugin using"));
  }

  @Test
  void aLockSaysWhoHoldsIt() {
    Problem.Locked locked =
        assertInstanceOf(
            Problem.Locked.class,
            read(
                "error: the stack is currently locked by 1 lock(s).\n"
                    + "  file:///state: created by ann@elsewhere (pid 12) at"
                    + " 2026-11-21T10:00:00Z"));
    assertEquals("by ann on elsewhere (process 12) since 2026-11-21T10:00:00Z", locked.holder());
    assertFalse(locked.holderIsGone(), "nobody here knows what runs elsewhere");
  }

  @Test
  void aLockOfAProcessThatRunsIsNobodysToTake() {
    assertFalse(lockOf(ProcessHandle.current().pid()).holderIsGone());
  }

  @Test
  void aLockOfAProcessThatIsGoneMayBeTaken() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    assertEquals("pulumi cancel", lockOf(gone.pid()).mend());
  }

  private Problem.Locked lockOf(long pid) {
    return (Problem.Locked)
        read(
            "error: the stack is currently locked by 1 lock(s)\ncreated by ann@%s (pid %d) at now"
                .formatted(ThisHost.name(), pid));
  }

  @Test
  void protectedResourcesAreNamedOnce() {
    String line =
        "error: resource \"urn:pulumi:dev::berth-platform::gcp:storage/bucket:Bucket::b\" cannot"
            + " be deleted because it is protected.\n";
    assertEquals(new Problem.Protected(List.of("b")), read(line + line));
  }

  @Test
  void whatAKilledRunMadeAndCouldNotNoteIsNamed() {
    assertEquals(
        new Problem.AlreadyThere(List.of("networkpolicies \"customer\"", "release")),
        read(
            "error: update failed\nerror: networkpolicies \"customer\" already exists\n"
                + "error: release: cannot re-use a name that is still in use"));
  }

  @Test
  void aMissingCommandLineIsToldFromABrokenOne() {
    assertEquals(
        new Problem.NoCli(),
        reader.ofCli(
            new AutomationException("java.io.IOException: Cannot run program \"pulumi\"")));
    assertEquals(
        new Problem.BadCli("it is 3.1"), reader.ofCli(new AutomationException("it is 3.1")));
  }

  @Test
  void whatIsMissingIsMendedByOneCommand() {
    assertEquals(
        new Problem.NoPassphrase(),
        read("error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE"));
    assertEquals(
        new Problem.NotLoggedIn(),
        read("error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI"));
    assertEquals(
        new Problem.NoCredentials(),
        read("error: google: could not find default credentials. See https://cloud"));
    assertEquals(
        new Problem.NoClusterLogin(),
        read("error: exec: executable gke-gcloud-auth-plugin not found"));
    assertEquals(
        new Problem.NoPlatform("organization/berth-platform/dev"),
        read("error: unknown stack \"organization/berth-platform/dev\""));
  }

  @Test
  void neitherSecretsNorCommandLinesAreRepeated() {
    Problem problem =
        read(
            "error: Running program [PID: 7](java -cp /a.jar:/b.jar -Dx=y) failed with an"
                + " unhandled exception:\nerror: the key hunter2 was refused");
    assertEquals(
        "error: the program failed with an unhandled exception:\nerror: the key *** was refused",
        problem.what());
  }

  private Problem read(String said) {
    return reader.read(new AutomationException(said));
  }
}
