package dev.berth.knowledge.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that have a form of their own. */
class WrittenTest {

  @Test
  void aPaceIsANumberAndAUnit() {
    assertEquals(Optional.of(Duration.ofMinutes(15)), Every.parse("15m"));
    assertEquals(Optional.of(Duration.ofSeconds(1)), Every.parse("1s"));
    assertEquals(Optional.of(Duration.ofHours(24)), Every.parse("24h"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15", "0s", "-1m", "25h", "1.5h", "15 m", "999999s", "15M"})
  void anotherPaceIsNone(String written) {
    assertEquals(Optional.empty(), Every.parse(written));
  }

  @Test
  void anAddressIsAHostAndAPort() {
    assertEquals(Optional.of(new Listen("0.0.0.0", 9464)), Listen.parse("0.0.0.0:9464"));
    assertEquals(Optional.of(new Listen("::1", 0)), Listen.parse("[::1]:0"));
    assertEquals("[::1]:9464", new Listen("::1", 9464).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9464", ":9464", "a:65536", "a:b", "::1:9464", "a b:1"})
  void anotherAddressIsNone(String written) {
    assertEquals(Optional.empty(), Listen.parse(written));
  }

  @Test
  void aSharedFolderIsANameAndAStore() {
    assertEquals(
        Optional.of(new SharedFolder("handbook", "s3://b/p/?endpoint=http://h:1")),
        SharedFolder.parse("handbook=s3://b/p/?endpoint=http://h:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "handbook", "=gs://b/", "../x=gs://b/", "A=gs://b/", "a=", "-a=b"})
  void anotherSharedFolderIsNone(String written) {
    assertEquals(Optional.empty(), SharedFolder.parse(written));
  }
}
