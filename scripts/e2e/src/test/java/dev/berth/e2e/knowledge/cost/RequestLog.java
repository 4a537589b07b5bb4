package dev.berth.e2e.knowledge.cost;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stands between a client and a server of HTTP/1.1, passes all bytes on as they are, and tells what
 * was asked for. A request is told before its last byte is passed on, so whoever has the answer has
 * been told.
 *
 * <p>{@code java RequestLog.java PORT FILE} runs it alone, before the server at a port: it prints
 * its own port and adds a line a request to a file.
 */
final class RequestLog implements AutoCloseable {

  /**
   * A request.
   *
   * @param method as in {@code GET}
   * @param target the path with its query
   * @param bytes what was sent for it: the line, the headers and the body
   */
  record Request(String method, String target, long bytes) {}

  private final ServerSocket listening;
  private final int serverPort;
  private final Consumer<Request> told;
  private final AtomicInteger connections = new AtomicInteger();

  private RequestLog(ServerSocket listening, int serverPort, Consumer<Request> told) {
    this.listening = listening;
    this.serverPort = serverPort;
    this.told = told;
  }

  /**
   * Starts one before the server at a port of the loopback interface.
   *
   * @param told hears of each request, one at a time
   */
  static RequestLog before(int serverPort, Consumer<Request> told) throws IOException {
    ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    RequestLog log = new RequestLog(listening, serverPort, told);
    start(log::accept);
    return log;
  }

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[1]);
    RequestLog log =
        before(
            Integer.parseInt(arguments[0]),
            request -> append(file, request.method + " " + request.bytes + " " + request.target));
    System.out.println(log.port());
    Thread.currentThread().join();
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new IllegalStateException(full);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections were opened until now. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        connections.incrementAndGet();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> pass(client, server, this::requests));
        start(() -> pass(server, client, InputStream::transferTo));
      }
    } catch (IOException closed) {
      // Nobody asks any more.
    }
  }

  private interface Passing {
    void run(InputStream from, OutputStream to) throws IOException;
  }

  private static void pass(Socket from, Socket to, Passing passing) {
    try (from;
        to) {
      passing.run(new BufferedInputStream(from.getInputStream()), to.getOutputStream());
    } catch (IOException closed) {
      // Either side may end a connection; the other is told by the close.
    }
  }

  private void requests(InputStream from, OutputStream to) throws IOException {
    while (true) {
      byte[] head = head(from);
      String text = new String(head, StandardCharsets.ISO_8859_1);
      String[] first = text.split(" ", 3);
      String length = header(text, "content-length");
      if (header(text, "transfer-encoding").equals("chunked")) {
        to.write(head);
        byte[] body = chunks(from);
        tell(new Request(first[0], first[1], head.length + body.length));
        to.write(body);
      } else {
        long body = length.isEmpty() ? 0 : Long.parseLong(length);
        tell(new Request(first[0], first[1], head.length + body));
        to.write(head);
        copy(from, to, body);
      }
    }
  }

  private synchronized void tell(Request request) {
    told.accept(request);
  }

  private static byte[] head(InputStream from) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!endsEmpty(head.toByteArray())) {
      head.writeBytes(line(from));
    }
    return head.toByteArray();
  }

  private static boolean endsEmpty(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
  }

  private static byte[] line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int each = 0;
    while (each != '\n') {
      each = from.read();
      if (each < 0) {
        throw new EOFException();
      }
      line.write(each);
    }
    return line.toByteArray();
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** A body in chunks, held back whole: its size is known at its end. */
  private static byte[] chunks(InputStream from) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = -1;
    while (size != 0) {
      byte[] line = line(from);
      body.writeBytes(line);
      size =
          Integer.parseInt(
              new String(line, StandardCharsets.ISO_8859_1).split("[;\r]", 2)[0].strip(), 16);
      copy(from, body, size);
      body.writeBytes(line(from));
    }
    return body.toByteArray();
  }

  private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
    byte[] part = new byte[16 * 1024];
    long left = bytes;
    while (left > 0) {
      int count = from.read(part, 0, (int) Math.min(part.length, left));
      if (count < 0) {
        throw new EOFException();
      }
      to.write(part, 0, count);
      left -= count;
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "request-log");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
