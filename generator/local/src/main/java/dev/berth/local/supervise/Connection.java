package dev.berth.local.supervise;

import com.google.gson.JsonParseException;
import dev.berth.local.control.AgentReport;
import dev.berth.local.place.EnvironmentFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the supervisor of an environment, and starts one where that is needed. */
record Connection(EnvironmentFolder environment, Launch launch) {

  /** A supervisor starts in less than a second; this is for a machine that does a lot else. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration END = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** It says something every second. */
  private static final int SILENCE_MILLIS = (int) Duration.ofSeconds(60).toMillis();

  private static final int ENDING = 503;

  /** Asks the supervisor that runs; empty when none does. */
  Optional<List<AgentReport>> ask(String path, Object body, Consumer<AgentReport> heard)
      throws IOException {
    Optional<Contact> contact = Contact.of(environment);
    return contact.isEmpty() ? Optional.empty() : ask(contact.get(), path, body, heard);
  }

  /** Asks the supervisor that runs, or starts one and asks that. */
  List<AgentReport> begin(String path, Object body, Consumer<AgentReport> heard)
      throws IOException {
    long until = System.nanoTime() + START.toNanos();
    Optional<Process> started = Optional.empty();
    while (true) {
      Optional<Contact> contact = Contact.of(environment);
      if (contact.isPresent()) {
        Optional<List<AgentReport>> answer = ask(contact.get(), path, body, heard);
        if (answer.isPresent()) {
          return answer.get();
        }
      } else if (started.isEmpty()) {
        started = Optional.of(launch.start());
      } else if (!started.get().isAlive()) {
        if (started.get().exitValue() != Main.TAKEN) {
          throw new IOException("the supervisor did not start" + said());
        }
        // Another is there: about to be asked, or about to end.
        started = Optional.empty();
      }
      if (System.nanoTime() - until > 0) {
        throw new IOException(
            "the supervisor did not answer within " + Words.seconds(START) + said());
      }
      pause();
    }
  }

  /** Waits a little until no supervisor runs, which ends soon after its last agent. */
  void awaitEnd() throws IOException {
    long until = System.nanoTime() + END.toNanos();
    while (Contact.of(environment).isPresent() && System.nanoTime() - until < 0) {
      pause();
    }
  }

  /** Empty when it is about to end, or ended before it heard anything. */
  private Optional<List<AgentReport>> ask(
      Contact contact, String path, Object body, Consumer<AgentReport> heard) throws IOException {
    if (contact.protocol() != Wire.PROTOCOL && !path.equals(Wire.DOWN)) {
      throw new IOException(
          "another version of Berth runs this environment's agents; mend: berth down, then again");
    }
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + contact.port() + path)
                .toURL()
                .openConnection(Proxy.NO_PROXY);
    connection.setReadTimeout(SILENCE_MILLIS);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Authorization", "Bearer " + contact.token());
    byte[] sent = Wire.GSON.toJson(body).getBytes(StandardCharsets.UTF_8);
    // Sent once: asked twice, it would have been abandoned once.
    connection.setFixedLengthStreamingMode(sent.length);
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(sent);
      }
      if (connection.getResponseCode() == ENDING) {
        return Optional.empty();
      }
    } catch (SocketException ended) {
      return Optional.empty();
    }
    return Optional.of(read(connection, heard));
  }

  private List<AgentReport> read(HttpURLConnection connection, Consumer<AgentReport> heard)
      throws IOException {
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("the supervisor answers with " + connection.getResponseCode() + said());
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        if (text.isEmpty()) {
          continue;
        }
        Wire.Line line = Wire.GSON.fromJson(text, Wire.Line.class);
        if (line.refused() != null) {
          throw new IOException(line.refused());
        }
        if (line.done() != null) {
          return line.done();
        }
        if (line.report() != null) {
          heard.accept(line.report());
        }
      }
    } catch (JsonParseException cutOff) {
      throw new IOException("the supervisor ended in the middle of a line" + said(), cutOff);
    }
    throw new IOException("the supervisor ended before it was done" + said());
  }

  /** The last line of its log. */
  private String said() throws IOException {
    if (!Files.exists(environment.log())) {
      return "";
    }
    List<String> lines = Files.readAllLines(environment.log(), StandardCharsets.UTF_8);
    return (lines.isEmpty() ? "" : ": " + LastLines.oneLine(lines.get(lines.size() - 1)))
        + "; mend: see "
        + environment.log();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the supervisor started", stop);
    }
  }
}
