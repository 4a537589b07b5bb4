package dev.berth.local.place;

import java.nio.file.Path;

/**
 * What an environment of this machine has: its agents, their knowledge, its supervisor.
 *
 * @param folder with the mode 0700
 */
public record EnvironmentFolder(Path folder) {

  /**
   * The files of one agent.
   *
   * @param id {@code research/reader}
   */
  public AgentFolder agent(String id) {
    return new AgentFolder(folder.resolve("agents").resolve(id));
  }

  /**
   * The folder store of an agent's own knowledge, or of a shared folder.
   *
   * @param what {@code agents/research/reader}, or a shared folder's name
   */
  public Path store(String what) {
    return folder.resolve("knowledge").resolve(what);
  }

  /** How its supervisor is asked; 0600. There only while one runs, or after it was killed. */
  public Path supervisor() {
    return folder.resolve("supervisor.json");
  }

  /** Held by its supervisor as long as it lives: the kernel lets go of it whatever happens. */
  public Path lock() {
    return folder.resolve("supervisor.lock");
  }

  /** What its supervisor has to say. */
  public Path log() {
    return folder.resolve("supervisor.log");
  }

  /** Where its agents' folders are: {@code TEAM/AGENT} below it. */
  public Path agents() {
    return folder.resolve("agents");
  }

  /** The classes its supervisor runs from: a build of Berth meanwhile must not pull them away. */
  public Path program() {
    return folder.resolve("program");
  }
}
