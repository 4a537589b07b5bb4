package dev.berth.knowledge.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.knowledge.snapshot.Snapshot.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

  private static final String WRITTEN =
      "{\"format\":1,\"number\":42,\"parent\":41,\"at\":\"2026-11-21T10:57:30.123Z\","
          + "\"writer\":\"support-customer-00000000000000000000000000000001\",\"why\":\"push\","
          + ("\"tree\":\"" + Snapshots.TREE + "\",")
          + "\"files\":10,\"bytes\":12345,\"nonce\":\""
          + Snapshots.hex(1042)
          + "\"}\n";

  @Test
  void aRecordIsOneLineWithItsKeysInOneOrder() {
    assertEquals(WRITTEN, text(RecordJson.write(Snapshots.of(42))));
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    assertEquals(Snapshots.of(42), RecordJson.read(bytes(WRITTEN)));
  }

  @Test
  void timesAreWrittenToTheMillisecond() throws Exception {
    Snapshot fine = at("2026-11-21T10:15:30.123456789Z");
    Snapshot whole = at("2026-11-21T10:15:30Z");

    assertEquals(Instant.parse("2026-11-21T10:15:30.123Z"), fine.at());
    assertEquals(fine, RecordJson.read(RecordJson.write(fine)));
    assertTrue(text(RecordJson.write(whole)).contains("\"2026-11-21T10:15:30.000Z\""));
    assertEquals(whole, RecordJson.read(RecordJson.write(whole)));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void everyReasonIsReadBack(Why why) throws Exception {
    Snapshot s = Snapshots.of(1);
    Snapshot given =
        new Snapshot(1, 0, s.at(), s.writer(), why, s.tree(), s.files(), s.bytes(), s.nonce());
    assertEquals(given, RecordJson.read(RecordJson.write(given)));
  }

  @Test
  void theLargestRecordIsSmallEnoughToBeRead() {
    Snapshot largest =
        new Snapshot(
            ObjectName.LARGEST_NUMBER,
            ObjectName.LARGEST_NUMBER - 1,
            Instant.parse("9999-12-31T23:59:59.999Z"),
            "w".repeat(200),
            Why.RESTORE,
            Snapshots.TREE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Snapshots.hex(1));
    assertTrue(RecordJson.write(largest).length < RecordJson.MOST_BYTES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number\":42,|number\":42.0,",
        "number\":42,|number\":042,",
        "number\":42,|number\":\"42\",",
        "number\":42,|number\":4e1,",
        "number\":42,|number\":99999999999999999999,",
        "number\":42,|number\":0,",
        "number\":42,|number\":-1,",
        "number\":42,|number\":42,\"number\":42,",
        "number\":42,|number\": 42,",
        "number\":42,|number\":42,\"new\":1,",
        "number\":42,|''",
        "parent\":41|parent\":42",
        "parent\":41|parent\":-1",
        "parent\":41|parent\":null",
        "parent\":41|parent\":[41]",
        "30.123Z|30.1230Z",
        "30.123Z|30.123+00:00",
        "2026-11-21|2026-11-31",
        "push|pushed",
        "push|PUSH",
        "support-customer|support/customer",
        "files\":10|files\":-10",
        "bytes\":12345|bytes\":NaN",
        "12\"}|412\"}}",
        "12\"}|412\"} {}",
        "12\"}|412\"",
        "2\"}|\"}",
        "{\"format|[{\"format",
        "\"format|'format",
        "push|p\\u0075sh",
      })
  void whatBerthWouldNotWriteIsRefused(String written, String tampered) {
    assertTrue(WRITTEN.contains(written), written);
    String text = WRITTEN.replace(written, tampered == null ? "" : tampered);
    assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(text)), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "null\n", "[]\n", "{}\n", "\u0000", "{\"format\":1}\n"})
  void otherTextIsRefused(String text) {
    assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(text)));
  }

  @Test
  void deepNestingIsRefusedWithoutExhaustingTheStack() {
    String text = "[".repeat(4000);
    assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(text)));
  }

  @Test
  void aMissingOrSecondLineEndIsRefused() {
    assertThrows(
        RecordJson.Unreadable.class, () -> RecordJson.read(bytes(WRITTEN.stripTrailing())));
    assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(WRITTEN + "\n")));
  }

  @Test
  void aNewerFormatAsksForANewerBerth() {
    String newer = "{\"format\":2,\"anything\":\"else\"}\n";
    RecordJson.Unreadable refused =
        assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(newer)));
    assertTrue(refused.what().contains("use the newest Berth"), refused.what());
  }

  @Test
  void aNewerFormatMayHoldWhatThisOneDoesNot() {
    String newer = "{\"format\":2,\"list\":[1,{\"a\":null}]}\n";
    RecordJson.Unreadable refused =
        assertThrows(RecordJson.Unreadable.class, () -> RecordJson.read(bytes(newer)));
    assertTrue(refused.what().contains("use the newest Berth"), refused.what());
  }

  @Test
  void aRecordThatNobodyCouldReadIsNotWritten() {
    Snapshot s = Snapshots.of(1);
    Snapshot noTree = new Snapshot(1, 0, s.at(), s.writer(), s.why(), "../x", 1, 1, s.nonce());
    Snapshot oddWriter = new Snapshot(1, 0, s.at(), "a\"b", s.why(), s.tree(), 1, 1, s.nonce());
    assertThrows(IllegalArgumentException.class, () -> RecordJson.write(noTree));
    assertThrows(IllegalArgumentException.class, () -> RecordJson.write(oddWriter));
  }

  private static Snapshot at(String moment) {
    Snapshot s = Snapshots.of(1);
    return new Snapshot(
        1,
        0,
        Instant.parse(moment),
        s.writer(),
        s.why(),
        s.tree(),
        s.files(),
        s.bytes(),
        s.nonce());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
