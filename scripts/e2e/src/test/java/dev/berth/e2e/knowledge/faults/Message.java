package dev.berth.e2e.knowledge.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of an HTTP/1.1 message.
 *
 * @param head its first line and its headers, with the empty line behind them
 */
record Message(String head) {

  private static final String END = "\r\n\r\n";

  /** Empty when the other side ended before a first byte. */
  static Optional<Message> read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith(END)) {
      int next = in.read();
      if (next < 0) {
        if (head.size() == 0) {
          return Optional.empty();
        }
        throw new EOFException("the headers end early");
      }
      head.write(next);
      // Only a line's end can be the end of all.
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    return Optional.of(new Message(text));
  }

  Optional<String> header(String name) {
    Matcher matcher =
        Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \t]*(.*?)[ \t]*$").matcher(head);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  Message without(String name) {
    return new Message(head.replaceAll("(?im)^" + Pattern.quote(name) + ":.*\r\n", ""));
  }

  Message with(String name, String value) {
    String start = head.substring(0, head.length() - 2);
    return new Message(start + name + ": " + value + "\r\n\r\n");
  }

  boolean expectsContinue() {
    return header("Expect").filter(value -> value.equalsIgnoreCase("100-continue")).isPresent();
  }

  /** The body as it is on the wire, chunks and all. */
  byte[] body(InputStream in) throws IOException {
    if (header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT).equals("chunked")) {
      return chunks(in);
    }
    int length = Integer.parseInt(header("Content-Length").orElse("0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body ends early");
    }
    return body;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = -1;
    while (size != 0) {
      String line = line(in);
      size = Integer.parseInt(line.strip().replaceFirst(";.*", ""), 16);
      body.write(line.getBytes(StandardCharsets.ISO_8859_1));
      body.write(in.readNBytes(size + 2));
    }
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    if (next < 0) {
      throw new EOFException("a chunk ends early");
    }
    line.write(next);
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  byte[] bytes() {
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }
}
