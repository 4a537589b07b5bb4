package dev.berth.local.place;

import java.nio.file.Path;

/**
 * One agent's files on this machine.
 *
 * @param home with the mode 0700; its configuration's paths begin here
 */
public record AgentFolder(Path home) {

  /** Compiled from declarations at every start; 0400, in a folder of its own of 0700. */
  public Path configuration() {
    return home.resolve("config/openclaw.json");
  }

  /** The declared soul, 0400: what the workspace's SOUL.md is made from. */
  public Path soul() {
    return home.resolve("declared/SOUL.md");
  }

  /** OpenClaw's own: databases, sessions, plugins. */
  public Path state() {
    return home.resolve("state");
  }

  public Path workspace() {
    return home.resolve("workspace");
  }

  public Path cache() {
    return home.resolve("cache");
  }

  public Path temporary() {
    return home.resolve("tmp");
  }

  /** The gateway's token; 0600. */
  public Path token() {
    return home.resolve("gateway-token");
  }

  /** The port it was given first, kept from then on. */
  public Path port() {
    return home.resolve("port");
  }

  /** Which process was started last, and when: what a killed supervisor leaves behind. */
  public Path process() {
    return home.resolve("process.json");
  }

  /** What the gateway prints, a JSON object a line, without secrets. */
  public Path log() {
    return home.resolve("gateway.log");
  }

  /** Held by the one supervisor that runs it: the kernel lets go of it whatever happens. */
  public Path lock() {
    return home.resolve("agent.lock");
  }

  /** Touched whenever its knowledge was pushed. */
  public Path pushed() {
    return home.resolve("pushed");
  }

  /** Where shared folders come down, read-only. */
  public Path shared() {
    return workspace().resolve("shared");
  }
}
