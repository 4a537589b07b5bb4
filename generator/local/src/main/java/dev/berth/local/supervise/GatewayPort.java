package dev.berth.local.supervise;

import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The port of one gateway on 127.0.0.1.
 *
 * @param number 1 to 65535
 * @param insteadOf the one it had, which somebody else has taken; 0 when it has kept its own
 */
record GatewayPort(int number, int insteadOf) {

  private static final int HIGHEST = 65535;

  /** Two agents that start together must not be given the same one. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** The port an agent had last time, or a free one, which it keeps from now on. */
  static GatewayPort of(EnvironmentFolder environment, AgentFolder agent) throws IOException {
    synchronized (ONE_AT_A_TIME) {
      Optional<Integer> had = remembered(agent.port());
      if (had.isPresent() && isFree(had.get())) {
        return new GatewayPort(had.get(), 0);
      }
      int fresh = fresh(others(environment, agent.port()));
      PrivateFiles.write(agent.port(), fresh + "\n", PrivateFiles.OWN);
      return new GatewayPort(fresh, had.orElse(0));
    }
  }

  /** What a file of a port says; empty when it says none. */
  static Optional<Integer> remembered(Path file) throws IOException {
    return PrivateFiles.read(file)
        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .filter(port -> port <= HIGHEST);
  }

  /** Whether a gateway could listen there now. */
  static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(loopback(), port));
      return true;
    } catch (BindException taken) {
      return false;
    }
  }

  private static int fresh(Set<Integer> others) throws IOException {
    Set<Integer> refused = new HashSet<>();
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
        int port = socket.getLocalPort();
        if (!others.contains(port) || !refused.add(port)) {
          return port;
        }
      }
    }
  }

  private static Set<Integer> others(EnvironmentFolder environment, Path own) throws IOException {
    Set<Integer> ports = new HashSet<>();
    for (AgentFolder agent : AgentFolders.of(environment).values()) {
      if (!agent.port().equals(own)) {
        remembered(agent.port()).ifPresent(ports::add);
      }
    }
    return ports;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
