package dev.berth.local.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenClawInstallerTest {

  private static final String VERSION = "2026.9.6";

  @TempDir private Path folder;

  @Test
  void whatIsMissingIsFetchedOnceAndThenFound() throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node("v24.16.0").npm(FakeMachine.MAKES);
    assertEquals(Optional.empty(), machine.installer().find(VERSION));
    Installed installed = machine.installer().ensure(VERSION, machine.heard()::add);
    assertEquals(
        new Installed(
            VERSION,
            folder.resolve("bin/node"),
            machine.tools().resolve("openclaw-2026.9.6/node_modules/openclaw/openclaw.mjs")),
        installed);
    assertEquals(
        List.of(
            "Installing OpenClaw 2026.9.6 from npm: once, into "
                + machine.tools().resolve("openclaw-2026.9.6"),
            "Installed OpenClaw 2026.9.6"),
        machine.heard());
    assertEquals(installed, machine.installer().ensure(VERSION, machine.heard()::add));
    assertEquals(Optional.of(installed), machine.installer().find(VERSION));
    assertEquals(1, machine.installs());
    assertEquals(
        "rwxr-xr-x",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(machine.tools().resolve("openclaw-2026.9.6"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.19.2", "v24.15.9", "v25.9.0", "v26.0.5", "nonsense"})
  void aNodeOfItsOwnComesWhereTheOneOfThePathDoesNotFit(String found) throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node(found).npm(FakeMachine.MAKES);
    Installed installed = machine.installer().ensure(VERSION, machine.heard()::add);
    assertEquals(machine.tools().resolve("node-24.21.0/bin/node"), installed.node());
    assertEquals(installed, machine.installer().ensure(VERSION, machine.heard()::add));
    assertEquals(2, machine.installs());
  }

  @Test
  void oneOfThePathIsTakenWhenItIsExactlyThisVersion() throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node("v26.1.0");
    Path package_ = Files.createDirectories(folder.resolve("lib/node_modules/openclaw"));
    Path script = Files.writeString(package_.resolve("openclaw.mjs"), "");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(package_.resolve("package.json"), "{\"version\": \"2026.9.6\"}");
    Files.createSymbolicLink(folder.resolve("bin/openclaw"), script);
    assertEquals(script.toRealPath(), machine.installer().find(VERSION).orElseThrow().openclaw());
    assertEquals(Optional.empty(), machine.installer().find("2026.9.5"));
  }

  @Test
  void withoutNodeAndNpmItSaysWhichNode() throws Exception {
    InstallProblem problem = refused(FakeMachine.in(folder));
    assertInstanceOf(InstallProblem.NoNode.class, problem);
    assertEquals(
        "Node is not on the PATH, and neither is npm, which could fetch it", problem.what());
    assertTrue(problem.mend().contains("24.16 or newer of Node 24, or 26.1 or newer"));
  }

  @Test
  void aWrongNodeIsNamedWithItsVersion() throws Exception {
    InstallProblem problem = refused(FakeMachine.in(folder).node("v20.19.2"));
    assertEquals(
        folder.resolve("bin/node")
            + " is Node 20.19.2, OpenClaw needs 24.16 or newer of Node 24, or 26.1 or newer, and"
            + " npm, which could fetch it, is not on the PATH",
        problem.what());
  }

  @Test
  void withoutNpmItSaysWhatToCopy() throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node("v24.21.0");
    InstallProblem problem = refused(machine);
    assertInstanceOf(InstallProblem.NoNpm.class, problem);
    assertTrue(
        problem.mend().contains(machine.tools().resolve("openclaw-2026.9.6").toString()),
        problem::mend);
  }

  @ParameterizedTest
  @CsvSource({
    "ENOTFOUND, Unreachable",
    "EAI_AGAIN, Unreachable",
    "ECONNREFUSED, Unreachable",
    "ETIMEDOUT, Unreachable",
    "ETARGET, NoSuchVersion",
    "E404, NoSuchVersion",
    "ENOSPC, DiskFull",
    "EACCES, Refused",
  })
  void whatNpmSaysIsSaidAndNothingIsKept(String code, String kind) throws Exception {
    FakeMachine machine =
        FakeMachine.in(folder)
            .node("v24.21.0")
            .npm(
                FakeMachine.MAKES
                    + "echo 'npm error code %s' >&2; echo 'npm error of http://me:pass@x' >&2; exit 1"
                        .formatted(code));
    InstallProblem problem = refused(machine);
    assertEquals(kind, problem.getClass().getSimpleName());
    assertFalse(problem.mend().isEmpty());
    assertFalse(problem.what().contains("pass") || problem.what().contains("secret"));
    try (Stream<Path> left = Files.list(machine.tools())) {
      assertEquals(List.of(machine.tools().resolve(".openclaw-2026.9.6.lock")), left.toList());
    }
    machine.npm(FakeMachine.MAKES);
    assertEquals(VERSION, machine.installer().ensure(VERSION, machine.heard()::add).version());
  }

  @Test
  void aMachineThatNpmHasNoNodeForIsToldToInstallOne() throws Exception {
    InstallProblem problem =
        refused(FakeMachine.in(folder).npm("echo 'npm error code E404' >&2; exit 1"));
    assertInstanceOf(InstallProblem.NoNodePackage.class, problem);
  }

  @Test
  void aFolderOfToolsThatIsAFileIsNamed() throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node("v24.21.0").npm(FakeMachine.MAKES);
    Files.writeString(machine.tools(), "");
    assertInstanceOf(InstallProblem.NoFolder.class, refused(machine));
  }

  @Test
  void whatAKilledRunLeftIsNeitherTakenNorKept() throws Exception {
    FakeMachine machine = FakeMachine.in(folder).node("v24.21.0").npm(FakeMachine.MAKES);
    Path left = machine.tools().resolve("openclaw-2026.9.6.partial-1/node_modules/openclaw");
    Files.createDirectories(left);
    Files.writeString(left.resolve("openclaw.mjs"), "");
    Files.writeString(left.resolve("package.json"), "{\"version\": \"2026.9.6\"}");
    assertEquals(Optional.empty(), machine.installer().find(VERSION));
    machine.installer().ensure(VERSION, machine.heard()::add);
    assertFalse(Files.exists(left));
  }

  @Test
  void twoStartsInstallOnce() throws Exception {
    FakeMachine machine =
        FakeMachine.in(folder).node("v24.21.0").npm("sleep 1\n" + FakeMachine.MAKES);
    Callable<Installed> start = () -> machine.installer().ensure(VERSION, line -> {});
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Installed>> done = both.invokeAll(List.of(start, start));
      assertEquals(done.get(0).get(), done.get(1).get());
    } finally {
      both.shutdownNow();
    }
    assertEquals(1, machine.installs());
  }

  @Test
  void npmsOwnSettingsReachNpm() throws Exception {
    FakeMachine machine =
        FakeMachine.in(folder)
            .node("v24.21.0")
            .npm("echo \"$npm_config_registry\" > %s/seen\n".formatted(folder) + FakeMachine.MAKES);
    machine.variables().put("npm_config_registry", "https://npm.example.com/");
    machine.installer().ensure(VERSION, machine.heard()::add);
    assertEquals("https://npm.example.com/\n", Files.readString(folder.resolve("seen")));
  }

  private static InstallProblem refused(FakeMachine machine) {
    return assertThrows(
            NotInstalled.class, () -> machine.installer().ensure(VERSION, machine.heard()::add))
        .problem();
  }
}
