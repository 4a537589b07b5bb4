package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.fail;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.control.AgentOrder.Knowledge;
import dev.berth.local.place.EnvironmentFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** An environment of a machine of its own, whose OpenClaw is {@link FakeGateway}. */
record Laptop(Path folder) {

  static final String SECRET = "k3y-of-nobody-\"else\"";
  static final String SOUL = "# Research\n\nYou read.\n";

  /** Far more than anything here takes on a machine that does nothing else. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  EnvironmentFolder environment() {
    return new EnvironmentFolder(folder.resolve("laptop-1a2b3c4d"));
  }

  /** Runs every order's program with this Java instead of Node. */
  Path node() throws IOException {
    Path script = folder.resolve("node");
    if (!Files.exists(script)) {
      Files.writeString(
          script,
          "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx24m -cp '%s' %s \"$@\"\n"
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path").split(File.pathSeparator)[0],
                  FakeGateway.class.getName()));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    return script;
  }

  AgentOrder order(String id, String does) throws IOException {
    return order(id, does, 2L << 30);
  }

  AgentOrder order(String id, String does, long memoryBytes) throws IOException {
    return new AgentOrder(
        id,
        "{\"gateway\":{\"auth\":{\"token\":{\"source\":\"env\",\"provider\":\"default\","
            + "\"id\":\"OPENCLAW_GATEWAY_TOKEN\"}}},\"key\":\"${RESEARCH_KEY}\"}",
        Base64.getEncoder().encodeToString(SOUL.getBytes(StandardCharsets.UTF_8)),
        "2026.9.6",
        node().toString(),
        does,
        memoryBytes,
        64,
        Map.of(FakeGateway.SECRET_VARIABLE, SECRET),
        true,
        Knowledge.PULLED_AND_PUSHED,
        List.of("papers"),
        List.of());
  }

  /** Whether a process does anything yet: one nobody has buried counts as ended. */
  static boolean lives(long pid) {
    return ProcessHandle.of(pid).flatMap(each -> ProcessMark.of(each).alive()).isPresent();
  }

  static void await(String what, Callable<Boolean> fact) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!fact.call()) {
      if (System.nanoTime() - until > 0) {
        fail("not within " + PATIENCE + ": " + what);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
