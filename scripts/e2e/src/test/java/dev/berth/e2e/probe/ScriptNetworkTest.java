package dev.berth.e2e.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the script tells an open way, a wall and neither from each other, on real sockets. */
class ScriptNetworkTest {

  private static final String NOBODY = "nobody.invalid";

  @TempDir static Path folder;

  private Loopback loopback;

  @BeforeEach
  void open() {
    loopback = new Loopback();
  }

  @AfterEach
  void close() throws IOException {
    loopback.close();
  }

  @Test
  void whatMustNotConnectIsAHoleOnlyWhereItConnects() throws IOException {
    Script.Run run =
        Script.run(
            new Checks()
                .mustNot("listening", "connect", "host", "localhost", "port", listener())
                .mustNot("silent", "connect", "host", "localhost", "port", loopback.blackHole())
                .mustNot("refusing", "connect", "host", "localhost", "port", loopback.refusing())
                .mustNot("unreachable", "connect", "host", "255.255.255.255", "port", 443)
                .mustNot("nobody", "connect", "host", NOBODY, "port", 443)
                .toString());
    assertEquals(
        Map.of(
            "listening", "hole: connected",
            "silent", "as declared: timeout",
            "refusing", "unjudged: refused",
            "unreachable", "as declared: unreachable",
            "nobody", "unjudged: no such name"),
        run.results());
    assertEquals(1, run.exitCode());
  }

  @Test
  void aWayIsOpenWhereTheHandshakeReachesThePeer() throws IOException, GeneralSecurityException {
    byte[] alert = {21, 3, 3, 0, 2, 2, 40};
    Script.Run run =
        Script.run(
            new Checks()
                .must("self-signed", "handshake", "host", "localhost", "port", loopback.tls(folder))
                .must("alert", "handshake", "host", "localhost", "port", answering(alert))
                .must("plain", "handshake", "host", "localhost", "port", answering(plain()))
                .must("reset", "handshake", "host", "localhost", "port", loopback.resetting())
                .must("mute", "handshake", "host", "localhost", "port", loopback.silentListener())
                .must("silent", "handshake", "host", "localhost", "port", loopback.blackHole())
                .must("refusing", "handshake", "host", "localhost", "port", loopback.refusing())
                .must("nobody", "handshake", "host", NOBODY, "port", 443)
                .toString());
    assertEquals(
        Map.of(
            "self-signed", "as declared: handshake",
            "alert", "as declared: TLS alert",
            "plain", "shut: no TLS",
            "reset", "shut: reset",
            "mute", "shut: timeout",
            "silent", "shut: timeout",
            "refusing", "shut: refused",
            "nobody", "shut: no such name"),
        run.results());
    assertEquals(List.of("localhost"), loopback.serverNames);
    assertEquals(1, run.exitCode());
  }

  @Test
  void namesAreLookedUp() throws IOException {
    Script.Run run =
        Script.run(
            new Checks()
                .must("dns", "resolve", "host", "localhost")
                .must("no dns", "resolve", "host", NOBODY)
                .toString());
    assertEquals(
        Map.of("dns", "as declared: resolved", "no dns", "shut: no such name"), run.results());
  }

  @Test
  void whatIsAllowedIsTriedAgain() throws IOException {
    int[] met = {0};
    String metadata =
        loopback.http(
            exchange -> {
              boolean ready = ++met[0] == 3;
              Loopback.answer(exchange, ready ? 200 : 503, ready ? "{\"access_token\":\"t\"}" : "");
            });
    assertEquals(
        Map.of("metadata", "unjudged: status 503"),
        Script.run(asking(metadata)).results(),
        "after two tries");
    assertEquals(
        Map.of("metadata", "as declared: status 200"), Script.run(asking(metadata)).results());
  }

  @Test
  void aWayThatOpensLateIsOpen() throws IOException {
    int[] met = {0};
    int late =
        loopback.listening(
            socket -> {
              socket.getInputStream().read(new byte[4096]);
              if (++met[0] == 1) {
                socket.setSoLinger(true, 0);
              } else {
                socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
              }
            });
    String checks =
        new Checks().must("late", "handshake", "host", "127.0.0.1", "port", late).toString();
    assertEquals(Map.of("late", "as declared: TLS alert"), Script.run(checks).results());
  }

  private static String asking(String metadata) {
    return new Checks().with("metadata", metadata).must("metadata", "token").toString();
  }

  private int listener() throws IOException {
    return loopback.listening(socket -> {});
  }

  private int answering(byte[] bytes) throws IOException {
    return loopback.listening(
        socket -> {
          socket.getInputStream().read(new byte[4096]);
          socket.getOutputStream().write(bytes);
        });
  }

  private static byte[] plain() {
    return "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  }
}
