package dev.berth.e2e.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;

/** Real sockets on loopback that answer, refuse, reset or keep silent. */
final class Loopback implements Closeable {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Deque<Closeable> open = new ArrayDeque<>();

  /** The server names that handshakes asked for. */
  final List<String> serverNames = new CopyOnWriteArrayList<>();

  /** What is done with a connection. */
  @FunctionalInterface
  interface Peer {
    void meet(Socket socket) throws IOException;
  }

  /** A port that answers each connection with {@code peer}. */
  int listening(Peer peer) throws IOException {
    return serve(new ServerSocket(0, 50, HERE), peer);
  }

  /** A port that takes connections and says nothing. */
  int silentListener() throws IOException {
    return listening(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
  }

  /** A port nobody listens on. */
  int refusing() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, HERE)) {
      return gone.getLocalPort();
    }
  }

  /** A port that ends each connection with a reset, once it has been spoken to. */
  int resetting() throws IOException {
    return listening(
        socket -> {
          socket.getInputStream().read();
          socket.setSoLinger(true, 0);
        });
  }

  /** A port whose queue is full: packets to it are dropped, as a network policy drops them. */
  int blackHole() throws IOException {
    ServerSocket full = new ServerSocket(0, 1, HERE);
    open.push(full);
    for (int each = 0; each < 20; each++) {
      Socket filler = new Socket();
      open.push(filler);
      try {
        filler.connect(new InetSocketAddress(HERE, full.getLocalPort()), 300);
      } catch (SocketTimeoutException dropped) {
        return full.getLocalPort();
      }
    }
    throw new IllegalStateException("the queue of a listener does not fill up");
  }

  /** A TLS port with a certificate nobody signed but itself. */
  int tls(Path folder) throws IOException, GeneralSecurityException {
    SSLServerSocket server =
        (SSLServerSocket)
            selfSigned(folder).getServerSocketFactory().createServerSocket(0, 50, HERE);
    SSLParameters parameters = server.getSSLParameters();
    parameters.setSNIMatchers(
        List.of(
            new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
              @Override
              public boolean matches(SNIServerName name) {
                serverNames.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
                return true;
              }
            }));
    server.setSSLParameters(parameters);
    return serve(server, socket -> ((SSLSocket) socket).startHandshake());
  }

  /** The address of an HTTP server. */
  String http(HttpPeer peer) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 50);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            peer.answer(exchange);
          }
        });
    server.start();
    open.push(() -> server.stop(0));
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is said to a request. */
  @FunctionalInterface
  interface HttpPeer {
    void answer(HttpExchange exchange) throws IOException;
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private int serve(ServerSocket server, Peer peer) {
    open.push(server);
    daemon(
        () -> {
          while (!server.isClosed()) {
            Socket socket = server.accept();
            daemon(
                () -> {
                  try (socket) {
                    peer.meet(socket);
                  }
                });
          }
        });
    return server.getLocalPort();
  }

  /** Work that ends when its socket does. */
  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException gone) {
                // The script hung up, or the test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Made by the JDK's own keytool: it has no other way to sign. */
  private static SSLContext selfSigned(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("self-signed.p12");
    char[] password = "not-a-secret".toCharArray();
    if (!Files.exists(file)) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "one",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=nobody.example.com",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(password),
                  "-keystore",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.onExit().join().exitValue() != 0) {
        throw new IOException(said);
      }
    }
    KeyStore store = KeyStore.getInstance(file.toFile(), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
