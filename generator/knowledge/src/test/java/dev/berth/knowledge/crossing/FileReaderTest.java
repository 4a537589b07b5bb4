package dev.berth.knowledge.crossing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {

  private static final int CAP_BYTES = 1024 * 1024;

  /** Long after every file was made, so that file times are believed. */
  private static final Clock LATER =
      Clock.fixed(Instant.parse("2200-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** Before any file was made, so that none of their times is. */
  private static final Clock EARLIER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path home;
  @TempDir Path spool;
  private Path file;

  @BeforeEach
  void openWorkspace() throws IOException {
    file = Files.createDirectory(home.resolve("workspace")).resolve("a");
  }

  /** Whatever became of a file, no copy of it is left behind. */
  @AfterEach
  void theSpoolFolderIsEmpty() throws IOException {
    try (Stream<Path> left = Files.list(spool)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private Walk.Seen seen() throws IOException {
    return Met.in(home).seen("workspace/a");
  }

  private FileReader.Result read() throws IOException {
    return new FileReader(spool, CAP_BYTES).read(seen());
  }

  private static SeekableByteChannel open(Walk.Seen seen) throws IOException {
    return Files.newByteChannel(seen.file());
  }

  private static FileReader.Result.Skipped skipped(LeftOut.Reason why) {
    return new FileReader.Result.Skipped(why);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536})
  void aSmallFileComesInMemory(int size) throws Exception {
    Files.write(file, bytes(size));
    FileReader.Result.Small small = assertInstanceOf(FileReader.Result.Small.class, read());
    assertArrayEquals(bytes(size), small.content());
    assertEquals(sha256(bytes(size)), small.sha256());
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 300_000, CAP_BYTES})
  void aLargerFileComesAsACopy(int size) throws Exception {
    Files.write(file, bytes(size));
    FileReader.Result.Spooled copy = assertInstanceOf(FileReader.Result.Spooled.class, read());
    assertArrayEquals(bytes(size), Files.readAllBytes(copy.file()));
    assertEquals(sha256(bytes(size)), copy.sha256());
    assertEquals(size, copy.sizeBytes());
    assertEquals(spool, copy.file().getParent());
    Files.delete(copy.file());
  }

  @Test
  void whatIsOverTheCapIsNotRead() throws IOException {
    Files.write(file, bytes(CAP_BYTES + 1));
    assertEquals(skipped(LeftOut.Reason.TOO_LARGE), read());
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(2L << 30);
    }
    FileReader reader =
        new FileReader(
            spool,
            CAP_BYTES,
            LATER,
            seen -> {
              throw new AssertionError("opened");
            });
    assertEquals(skipped(LeftOut.Reason.TOO_LARGE), reader.read(seen()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70_000, 400_000})
  void aSecretAnywhereKeepsTheFileBack(int before) throws IOException {
    String secret = SecretSamples.words().get(1);
    Files.writeString(file, "x ".repeat(before / 2) + secret + "\n");
    assertEquals(skipped(LeftOut.Reason.SECRET), read());
  }

  @Test
  void aDatabaseUnderAnotherNameIsStillOne() throws IOException {
    Files.write(file, "SQLite format 3\0rest".getBytes(StandardCharsets.US_ASCII));
    assertEquals(skipped(LeftOut.Reason.NEVER), read());
  }

  @Test
  void aFileThatIsGoneIsUnreadable() throws IOException {
    Files.writeString(file, "x");
    Walk.Seen seen = seen();
    Files.delete(file);
    assertEquals(skipped(LeftOut.Reason.UNREADABLE), new FileReader(spool, 10).read(seen));
  }

  @Test
  void aFileThatIsReplacedBeforeItIsReadIsReadAsItIs() throws IOException {
    Files.writeString(file, "old");
    Walk.Seen seen = seen();
    replace("new and longer");
    FileReader.Result result = new FileReader(spool, CAP_BYTES).read(seen);
    assertEquals(
        "new and longer",
        new String(((FileReader.Result.Small) result).content(), StandardCharsets.UTF_8));
  }

  private void replace(String content) throws IOException {
    Path next = Files.writeString(home.resolve("next"), content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Change {
    void make(int round) throws IOException;
  }

  /** Reads while something is done to the file after its first bytes were read. */
  private FileReader.Result readWhile(Clock clock, int rounds, Change change) throws IOException {
    int[] round = {0};
    FileReader.Opening opening =
        seen ->
            new ChannelWithTurn(
                open(seen),
                () -> {
                  if (round[0] < rounds) {
                    change.make(round[0]++);
                  }
                });
    return new FileReader(spool, CAP_BYTES, clock, opening).read(seen());
  }

  private void append(String more) throws IOException {
    Files.writeString(file, more, StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200_000})
  void aFileThatGrowsEachTimeIsLeftOut(int size) throws IOException {
    Files.write(file, new byte[size]);
    assertEquals(skipped(LeftOut.Reason.CHANGING), readWhile(LATER, 3, round -> append("more")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFileThatGrowsOnceOrTwiceIsReadWhole(int rounds) throws IOException {
    Files.writeString(file, "start,");
    FileReader.Result result = readWhile(LATER, rounds, round -> append("more,"));
    assertEquals(
        "start," + "more,".repeat(rounds),
        new String(((FileReader.Result.Small) result).content(), StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatShrinksEachTimeIsLeftOut() throws IOException {
    Files.write(file, new byte[300_000]);
    assertEquals(
        skipped(LeftOut.Reason.CHANGING), readWhile(LATER, 3, round -> truncate(200_000 - round)));
  }

  private void truncate(long size) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(size);
    }
  }

  @Test
  void aFileThatIsReplacedEachTimeIsLeftOut() throws IOException {
    Files.writeString(file, "same size 0");
    assertEquals(
        skipped(LeftOut.Reason.CHANGING),
        readWhile(LATER, 3, round -> replace("same size " + round)));
  }

  @Test
  void aFileThatIsDeletedMeanwhileIsUnreadable() throws IOException {
    Files.write(file, new byte[200_000]);
    assertEquals(
        skipped(LeftOut.Reason.UNREADABLE), readWhile(LATER, 1, round -> Files.delete(file)));
  }

  /** File times tick slowly: a change within a tick is seen only in the bytes. */
  @Test
  void aChangeThatTheFileTimesHideIsSeenInTheBytes() throws IOException {
    Files.writeString(file, "old");
    Walk.Seen seen = seen();
    int[] opened = {0};
    FileReader.Opening hidden =
        any -> new ChannelOfTwoContents("old".getBytes(StandardCharsets.UTF_8), opened[0]++ < 1);
    FileReader.Result result = new FileReader(spool, CAP_BYTES, EARLIER, hidden).read(seen);
    assertEquals(2, opened[0]);
    assertInstanceOf(FileReader.Result.Small.class, result);
    opened[0] = 0;
    assertInstanceOf(
        FileReader.Result.Small.class, new FileReader(spool, CAP_BYTES, LATER, hidden).read(seen));
    assertEquals(1, opened[0]);
  }

  @Test
  void onlyAFullOrMissingSpoolFolderIsAFailure() throws IOException {
    Files.write(file, new byte[100_000]);
    FileReader reader = new FileReader(spool.resolve("none"), CAP_BYTES);
    Walk.Seen seen = seen();
    assertThrows(NoSuchFileException.class, () -> reader.read(seen));
    FileReader broken =
        new FileReader(
            spool,
            CAP_BYTES,
            LATER,
            any -> {
              throw new IOException("a bad block");
            });
    assertEquals(skipped(LeftOut.Reason.UNREADABLE), broken.read(seen));
  }

  /** Lets a change happen right after the first bytes of each reading. */
  private static final class ChannelWithTurn extends DelegatingChannel {
    private final Turn turn;
    private boolean taken;

    interface Turn {
      void take() throws IOException;
    }

    ChannelWithTurn(SeekableByteChannel channel, Turn turn) {
      super(channel);
      this.turn = turn;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int count = super.read(into);
      if (!taken) {
        taken = true;
        turn.take();
      }
      return count;
    }
  }
}
