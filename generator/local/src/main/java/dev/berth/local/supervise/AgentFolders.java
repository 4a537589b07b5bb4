package dev.berth.local.supervise;

import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The agents that ever ran in an environment of this machine. */
final class AgentFolders {

  private AgentFolders() {}

  /** Each agent's folder by its id, sorted. */
  static SortedMap<String, AgentFolder> of(EnvironmentFolder environment) throws IOException {
    SortedMap<String, AgentFolder> agents = new TreeMap<>();
    for (Path team : inside(environment.agents())) {
      for (Path agent : inside(team)) {
        agents.put(team.getFileName() + "/" + agent.getFileName(), new AgentFolder(agent));
      }
    }
    return agents;
  }

  private static List<Path> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names.filter(Files::isDirectory).toList();
    }
  }
}
