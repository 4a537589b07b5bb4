package dev.berth.local.supervise;

import java.nio.file.Path;
import java.util.List;

/**
 * A process that starts an agent, and may be killed while it waits: {@code UpClient FOLDER WHAT}.
 */
final class UpClient {

  private UpClient() {}

  public static void main(String[] arguments) throws Exception {
    Laptop laptop = new Laptop(Path.of(arguments[0]));
    LocalSupervisor.of(laptop.environment(), System.getenv())
        .up(List.of(laptop.order("research/research", arguments[1])), report -> {});
  }
}
