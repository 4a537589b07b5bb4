package dev.berth.knowledge.snapshot;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.berth.knowledge.snapshot.Snapshot.Why;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The record of a snapshot as it is stored: JSON on one line, its keys in one order.
 *
 * <p>There is one way to write each record. What is not written so was not written by Berth.
 */
final class RecordJson {

  /** The most bytes a record may have. */
  static final int MOST_BYTES = 4096;

  private static final String FORMAT = "1";
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern WRITER = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");

  private RecordJson() {}

  /** A record that cannot be read, and why: the end of a sentence whose subject is the record. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
      super(what);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException when a reader would refuse it
   */
  static byte[] write(Snapshot snapshot) {
    require(snapshot.number() >= 1 && snapshot.number() <= ObjectName.LARGEST_NUMBER, "number");
    require(snapshot.parent() >= 0 && snapshot.parent() < snapshot.number(), "parent");
    require(WRITER.matcher(snapshot.writer()).matches(), "writer");
    require(Sha256.isOne(snapshot.tree()), "tree");
    require(snapshot.files() >= 0, "files");
    require(snapshot.bytes() >= 0, "bytes");
    require(NONCE.matcher(snapshot.nonce()).matches(), "nonce");
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("format").jsonValue(FORMAT);
      json.name("number").value(snapshot.number());
      json.name("parent").value(snapshot.parent());
      json.name("at").value(MILLISECONDS.format(snapshot.at()));
      json.name("writer").value(snapshot.writer());
      json.name("why").value(snapshot.why().name().toLowerCase(Locale.ROOT));
      json.name("tree").value(snapshot.tree());
      json.name("files").value(snapshot.files());
      json.name("bytes").value(snapshot.bytes());
      json.name("nonce").value(snapshot.nonce());
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a string takes every character", impossible);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  static Snapshot read(byte[] bytes) throws Unreadable {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      Map<String, String> values = values(text);
      Snapshot snapshot = snapshot(values);
      if (!Arrays.equals(write(snapshot), bytes)) {
        throw new Unreadable("is not written as Berth writes a record");
      }
      return snapshot;
    } catch (IOException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw new Unreadable("is no record of a snapshot");
    }
  }

  private static Map<String, String> values(String text) throws IOException, Unreadable {
    Map<String, String> values = new HashMap<>();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      json.beginObject();
      while (json.peek() != JsonToken.END_OBJECT) {
        String key = json.nextName();
        String value = json.nextString();
        if (key.equals("format") && !value.equals(FORMAT)) {
          throw new Unreadable("is of a later format: use the newest Berth to read it");
        }
        values.put(key, value);
      }
      json.endObject();
    }
    return values;
  }

  private static Snapshot snapshot(Map<String, String> values) {
    return new Snapshot(
        Long.parseLong(value(values, "number")),
        Long.parseLong(value(values, "parent")),
        Instant.parse(value(values, "at")),
        value(values, "writer"),
        Why.valueOf(value(values, "why").toUpperCase(Locale.ROOT)),
        value(values, "tree"),
        Long.parseLong(value(values, "files")),
        Long.parseLong(value(values, "bytes")),
        value(values, "nonce"));
  }

  private static String value(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }

  private static void require(boolean legal, String key) {
    if (!legal) {
      throw new IllegalArgumentException("not the " + key + " of a snapshot");
    }
  }
}
