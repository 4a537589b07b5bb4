package dev.berth.deploy.helm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the container {@code prepare}'s own script, in a folder that stands for the pod's root. */
class PrepareScriptTest {

  private static final byte[] SOUL = "# Soul \r\n{{ x }}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;

  @BeforeEach
  void mountAsKubernetesDoes() throws IOException {
    for (String folder :
        List.of("declared/..data", "delivered", "run/openclaw", "var/lib/openclaw")) {
      Files.createDirectories(root.resolve(folder));
    }
    // A projected volume's files are symbolic links, which OpenClaw refuses.
    Files.write(root.resolve("declared/..data/SOUL.md"), SOUL);
    Files.writeString(root.resolve("declared/..data/openclaw.json"), "{}\n");
    for (String name : List.of("SOUL.md", "openclaw.json")) {
      Files.createSymbolicLink(root.resolve("declared/" + name), Path.of("..data", name));
    }
    Files.writeString(root.resolve("delivered/discord-token"), "d");
    Files.writeString(root.resolve("delivered/model-api-key"), "m");
    Files.writeString(root.resolve("delivered/not-asked-for"), "n");
  }

  @Test
  void everythingIsARegularFileThatOnlyItsOwnerReads() throws Exception {
    assertEquals("0 ", run());
    for (String file :
        List.of(
            "soul/SOUL.md",
            "config/openclaw.json",
            "keys/discord-token",
            "keys/model-api-key",
            "keys/gateway-token")) {
      Path path = root.resolve("run/openclaw/" + file);
      assertFalse(Files.isSymbolicLink(path), file);
      assertEquals(
          "r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), file);
    }
    assertArrayEquals(SOUL, Files.readAllBytes(root.resolve("run/openclaw/soul/SOUL.md")));
    assertEquals("m", Files.readString(root.resolve("run/openclaw/keys/model-api-key")));
    assertFalse(Files.exists(root.resolve("run/openclaw/keys/not-asked-for")));
    assertTrue(Files.isRegularFile(root.resolve("var/lib/openclaw/workspace/SOUL.md")));
  }

  @Test
  void everyStartMakesAnotherGatewayToken() throws Exception {
    run();
    String first = token();
    assertTrue(first.matches("[0-9a-f]{64}"), "64 hexadecimal digits and nothing else");
    assertEquals("0 ", run());
    assertNotEquals(first, token());
  }

  @Test
  void anEmptyOrMissingSecretStopsThePodAndIsNamed() throws Exception {
    Files.writeString(root.resolve("delivered/discord-token"), "");
    assertEquals("1 prepare: the secret discord-token is missing or empty\n", run());
    Files.delete(root.resolve("delivered/discord-token"));
    assertEquals("1 prepare: the secret discord-token is missing or empty\n", run());
  }

  private String token() throws IOException {
    return Files.readString(root.resolve("run/openclaw/keys/gateway-token"));
  }

  /** The exit code and all it printed. */
  private String run() throws Exception {
    List<String> command = new ArrayList<>();
    Map<?, ?> container = Workload.container("initContainers");
    ((List<?>) container.get("command")).forEach(each -> command.add((String) each));
    ((List<?>) container.get("args")).forEach(each -> command.add((String) each));
    command.replaceAll(
        each -> each.replaceAll("(?<=[ \"])/(?=declared|delivered|run|var)", root + "/"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + printed;
  }
}
