package dev.berth.e2e.openclaw.laptop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Somebody else on a port of 127.0.0.1. */
final class Listener implements AutoCloseable {

  private final ServerSocket socket;

  private Listener(ServerSocket socket) {
    this.socket = socket;
  }

  static Listener on(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new Listener(socket);
  }

  /** Whether anybody listens there. */
  static boolean answers(int port) {
    try (Socket caller = new Socket()) {
      caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
