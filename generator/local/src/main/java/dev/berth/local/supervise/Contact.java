package dev.berth.local.supervise;

import com.google.gson.JsonParseException;
import dev.berth.local.place.EnvironmentFolder;
import java.io.IOException;
import java.util.Optional;

/**
 * How a supervisor is asked, as {@code supervisor.json} says it.
 *
 * @param pid of the supervisor
 * @param started when it was; see {@link ProcessMark}
 * @param port on 127.0.0.1
 * @param token whoever has it may order agents
 * @param protocol what it understands
 */
record Contact(long pid, String started, int port, String token, int protocol) {

  /** Empty when there is none, or its process is dead. */
  static Optional<Contact> of(EnvironmentFolder environment) throws IOException {
    try {
      return PrivateFiles.read(environment.supervisor())
          .map(text -> Wire.GSON.fromJson(text, Contact.class))
          .filter(contact -> contact != null && contact.started != null && contact.token != null)
          .filter(contact -> new ProcessMark(contact.pid, contact.started).alive().isPresent());
    } catch (JsonParseException cutOff) {
      return Optional.empty();
    }
  }

  void write(EnvironmentFolder environment) throws IOException {
    PrivateFiles.write(environment.supervisor(), Wire.GSON.toJson(this) + "\n", PrivateFiles.OWN);
  }

  @Override
  public String toString() {
    return "the supervisor with the process " + pid;
  }
}
