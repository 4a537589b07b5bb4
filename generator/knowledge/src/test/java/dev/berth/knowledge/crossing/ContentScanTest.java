package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.diagnose.ShapePatterns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentScanTest {

  private static final int WINDOW_BYTES = 4 * ContentScan.LONGEST_BYTES;

  private static Stream<String> samples() {
    return Stream.concat(SecretSamples.words().stream(), SecretSamples.keyHeads().stream());
  }

  private static boolean found(byte[] bytes) {
    ContentScan scan = new ContentScan();
    scan.update(bytes, 0, bytes.length);
    return scan.foundSecret();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void everyShapeHasASample() {
    for (Pattern pattern : ShapePatterns.all()) {
      assertTrue(
          SecretSamples.words().stream().anyMatch(word -> pattern.matcher(word).find()),
          pattern.pattern());
    }
  }

  /** The end of the first window falls on every place of the sample, and just beside it. */
  @ParameterizedTest
  @MethodSource("samples")
  void aSecretIsFoundWhereverAWindowEnds(String sample) {
    byte[] secret = ascii(sample);
    for (byte filler : new byte[] {' ', (byte) 0x80}) {
      for (int before = 0; before <= secret.length + 1; before++) {
        byte[] bytes = new byte[WINDOW_BYTES + 1000];
        Arrays.fill(bytes, filler);
        System.arraycopy(secret, 0, bytes, WINDOW_BYTES - before, secret.length);
        assertTrue(found(bytes), () -> "filler " + filler);
      }
    }
  }

  /** A long word before it must not push its start out of the window. */
  @Test
  void aLongSecretIsFoundWhereverAWindowEnds() {
    String head = "eyJ" + "x".repeat(ContentScan.LONGEST_BYTES - 20) + ".";
    byte[] secret = ascii(head + "abcdefghij");
    for (int before : new int[] {1, 2, 100, secret.length / 2, secret.length - 9}) {
      byte[] bytes = new byte[WINDOW_BYTES + secret.length];
      Arrays.fill(bytes, (byte) ' ');
      System.arraycopy(secret, 0, bytes, WINDOW_BYTES - before, secret.length);
      assertTrue(found(bytes), () -> "before " + before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 4096})
  void theSizeOfTheBitsDoesNotMatter(int bit) {
    byte[] bytes = ascii(" ".repeat(5000) + SecretSamples.words().get(1) + " ".repeat(5000));
    ContentScan scan = new ContentScan();
    for (int from = 0; from < bytes.length; from += bit) {
      scan.update(bytes, from, Math.min(bit, bytes.length - from));
    }
    assertTrue(scan.foundSecret());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asciiInUtf16IsFound(String sample) {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertTrue(found(("token: " + sample + "\n").getBytes(charset)), charset.name());
      assertTrue(found(sample.getBytes(charset)), charset.name());
    }
  }

  @Test
  void asciiInUtf16IsFoundWhereverAWindowEnds() {
    for (String sample : List.of(SecretSamples.words().get(1), SecretSamples.keyHeads().get(0))) {
      for (int before = 0; before <= 2 * sample.length(); before++) {
        String text = "x\n".repeat(WINDOW_BYTES / 4).substring(before) + sample + "\n";
        assertTrue(found(text.getBytes(StandardCharsets.UTF_16LE)), sample.length() + " " + before);
      }
    }
  }

  @Test
  void aLongTextWithoutSecretsIsNotFlagged() {
    String line =
        "The customer asked for 12 tickets at https://example.com/a/b?c=d, ünïcode too.\n";
    byte[] bytes = line.repeat(10 * 1024 * 1024 / line.length()).getBytes(StandardCharsets.UTF_8);
    assertFalse(found(bytes));
  }

  /** 64 MiB of each, from fixed seeds. */
  @Test
  void randomBytesAreNotFlagged() {
    Random random = new Random(7);
    byte[] bytes = new byte[1024 * 1024];
    int flagged = 0;
    for (int i = 0; i < 64; i++) {
      random.nextBytes(bytes);
      flagged += found(bytes) ? 1 : 0;
    }
    assertEquals(0, flagged);
  }

  @Test
  void aFoundSecretStaysFound() {
    ContentScan scan = new ContentScan();
    byte[] secret = ascii(SecretSamples.words().get(1));
    scan.update(secret, 0, secret.length);
    assertTrue(scan.foundSecret());
    byte[] more = new byte[2 * WINDOW_BYTES];
    scan.update(more, 0, more.length);
    assertTrue(scan.foundSecret());
  }

  @Test
  void aDatabaseIsKnownByItsFirstBytesHoweverTheyArrive() {
    byte[] database = ascii("SQLite format 3\0 and more");
    ContentScan scan = new ContentScan();
    for (byte each : database) {
      scan.update(new byte[] {each}, 0, 1);
    }
    assertTrue(scan.isSqlite());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite format 3", "sqlite format 3\0", " SQLite format 3\0", ""})
  void whatOnlyStartsLikeADatabaseIsNone(String text) {
    ContentScan scan = new ContentScan();
    scan.update(ascii(text), 0, text.length());
    assertFalse(scan.isSqlite());
  }
}
