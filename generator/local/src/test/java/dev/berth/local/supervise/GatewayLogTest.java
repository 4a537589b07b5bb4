package dev.berth.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayLogTest {

  @TempDir private Path folder;

  private String written(String text, String... secrets) throws IOException {
    Path file = folder.resolve("gateway.log");
    new GatewayLog(file, new Mask(List.of(secrets)), GatewayLog.MOST_BYTES)
        .pump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return Files.readString(file);
  }

  @Test
  void aSecretIsMaskedAsItIsAndAsJsonWritesIt() throws IOException {
    assertEquals(
        "one ***\n{\"two\":\"***\"}\nlast ***\n",
        written("one a\"b\n{\"two\":\"a\\\"b\"}\nlast a\"b", "a\"b"));
  }

  @Test
  void theLongerSecretGoesFirstAndEachLineOfOneIsSecret() throws IOException {
    assertEquals(
        "***\n***!\n***\n", written("abcdef\nabc!\nsecond\n", "abc", "abcdef", "x\nsecond"));
  }

  @Test
  void aLineWithoutEndIsCutAndLeavesNoPartOfASecret() throws IOException {
    String secret = "0123456789abcdef";
    String line = "x".repeat((1 << 16) - 8) + secret + "y".repeat(1 << 17);
    String written = written(line + "\nnext\n", secret);
    assertTrue(written.endsWith(" [cut]\nnext\n"), () -> written.substring(written.length() - 40));
    assertFalse(written.contains("0123"));
  }

  @Test
  void whatIsOlderIsKeptOnceAndBothArePrivate() throws IOException {
    Path file = folder.resolve("gateway.log");
    GatewayLog log = new GatewayLog(file, new Mask(List.of()), 20);
    for (int i = 0; i < 10; i++) {
      log.add("line " + i);
    }
    assertEquals("line 9\n", Files.readString(file));
    assertEquals("line 6\nline 7\nline 8\n", Files.readString(GatewayLog.older(file)));
    assertEquals(PrivateFiles.OWN, Files.getPosixFilePermissions(file));
    assertEquals(PrivateFiles.OWN, Files.getPosixFilePermissions(GatewayLog.older(file)));
    assertEquals(10, log.last().size());
  }
}
