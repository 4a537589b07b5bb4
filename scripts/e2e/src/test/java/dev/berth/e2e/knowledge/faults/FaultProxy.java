package dev.berth.e2e.knowledge.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server, counts requests, and breaks at one of them, or at one and
 * all that follow. One connection is one request, so that a fault hits no other.
 */
final class FaultProxy implements AutoCloseable {

  /** Which requests break, from 1; none until told. */
  private record Plan(long from, long to, Fault fault, Duration delay) {

    boolean breaks(long request) {
      return from <= request && request <= to;
    }
  }

  private static final Plan NONE = new Plan(1, 0, Fault.DROPPED, Duration.ZERO);

  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listening;
  private final int port;
  private long requests;
  private long broken;
  private Plan plan = NONE;

  private FaultProxy(ServerSocket listening, int serverPort) {
    this.listening = listening;
    this.port = listening.getLocalPort();
    this.serverPort = serverPort;
  }

  /** Starts one before the server at a port of this machine. */
  static FaultProxy before(int serverPort) throws IOException {
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
    proxy.listen(proxy.listening);
    return proxy;
  }

  int port() {
    return port;
  }

  /** Counts from 1 again; breaks at one request alone. */
  synchronized void breakAt(long request, Fault fault, Duration delay) {
    start(new Plan(request, request, fault, delay));
  }

  /** Counts from 1 again; breaks at one request and at all that follow. */
  synchronized void breakFrom(long request, Fault fault, Duration delay) {
    start(new Plan(request, Long.MAX_VALUE, fault, delay));
  }

  /** Counts from 1 again; breaks nowhere. */
  synchronized void mend() {
    start(NONE);
  }

  private void start(Plan next) {
    plan = next;
    requests = 0;
    broken = 0;
  }

  /** How many requests came. */
  synchronized long requests() {
    return requests;
  }

  /** How many of them broke. */
  synchronized long broken() {
    return broken;
  }

  /** The line is cut: what is open ends, and nothing new is taken. */
  synchronized void cut() throws IOException {
    listening.close();
    for (Socket each : open) {
      reset(each);
    }
  }

  /** The line is there again. */
  synchronized void join() throws IOException {
    ServerSocket again = new ServerSocket();
    again.setReuseAddress(true);
    again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    listening = again;
    listen(again);
  }

  private void listen(ServerSocket socket) {
    start(
        () -> {
          while (!socket.isClosed()) {
            Socket client = socket.accept();
            start(() -> serve(client));
          }
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                // One side went away: that is what this proxy is for.
              }
            },
            "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized Optional<Plan> next() {
    requests++;
    boolean breaks = plan.breaks(requests);
    broken += breaks ? 1 : 0;
    return breaks ? Optional.of(plan) : Optional.empty();
  }

  private void serve(Socket client) throws IOException {
    open.add(client);
    try (client) {
      Optional<Message> request = Message.read(client.getInputStream());
      if (request.isEmpty()) {
        return;
      }
      Optional<Plan> plan = next();
      if (plan.isEmpty()) {
        answer(client, exchange(client, request.get()));
      } else {
        breakAt(client, request.get(), plan.get());
      }
    } finally {
      open.remove(client);
    }
  }

  private void breakAt(Socket client, Message request, Plan plan) throws IOException {
    switch (plan.fault()) {
      case DROPPED -> reset(client);
      case RESET_MIDWAY -> {
        byte[] body = body(client, request);
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
          OutputStream out = server.getOutputStream();
          byte[] head = forwarded(request).bytes();
          boolean hasBody = body.length > 0;
          out.write(hasBody ? head : Arrays.copyOf(head, head.length / 2));
          out.write(body, 0, body.length / 2);
          out.flush();
          reset(server);
        }
        reset(client);
      }
      case ANSWER_LOST -> {
        exchange(client, request);
        reset(client);
      }
      case DELAYED -> {
        byte[] answer = exchange(client, request);
        sleep(plan.delay());
        answer(client, answer);
      }
      case TRUNCATED -> {
        byte[] answer = exchange(client, request);
        answer(client, Arrays.copyOf(answer, half(answer)));
      }
      default -> {
        body(client, request);
        String status =
            "HTTP/1.1 %d Fault\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(plan.fault().status());
        answer(client, status.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** Half of the body, or of the headers when there is none. */
  private static int half(byte[] answer) {
    int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    return answer.length > head ? head + (answer.length - head) / 2 : head / 2;
  }

  private byte[] exchange(Socket client, Message request) throws IOException {
    byte[] body = body(client, request);
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      open.add(server);
      OutputStream out = server.getOutputStream();
      out.write(forwarded(request).bytes());
      out.write(body);
      out.flush();
      InputStream in = server.getInputStream();
      Message answer = Message.read(in).orElseThrow(() -> new IOException("no answer"));
      // A server names itself where an upload goes on: that must not pass this proxy by.
      String head = answer.head().replace("127.0.0.1:" + serverPort, "127.0.0.1:" + port);
      byte[] start = new Message(head).bytes();
      byte[] rest = in.readAllBytes();
      byte[] all = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      open.remove(server);
      return all;
    }
  }

  private static Message forwarded(Message request) {
    return request.without("Expect").without("Connection").with("Connection", "close");
  }

  private static byte[] body(Socket client, Message request) throws IOException {
    if (request.expectsContinue()) {
      answer(client, "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    return request.body(client.getInputStream());
  }

  private static void answer(Socket client, byte[] bytes) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Ends a connection so that the other side hears of a reset, not of an end. */
  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
