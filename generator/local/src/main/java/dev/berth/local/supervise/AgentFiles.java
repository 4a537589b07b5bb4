package dev.berth.local.supervise;

import dev.berth.local.control.AgentOrder;
import dev.berth.local.place.AgentFolder;
import dev.berth.local.place.EnvironmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Lays out one agent's folder: everything of it private, what is declared read-only. */
record AgentFiles(EnvironmentFolder environment, AgentFolder agent, AgentOrder order) {

  private static final int TOKEN_BYTES = 32;
  private static final String TOKEN = "[0-9a-f]{" + 2 * TOKEN_BYTES + "}";

  static AgentFiles of(EnvironmentFolder environment, AgentOrder order) {
    return new AgentFiles(environment, environment.agent(order.id()), order);
  }

  /** The folders, the configuration and the declared soul; before its knowledge is pulled. */
  void layOut() throws IOException {
    PrivateFiles.folder(environment.folder());
    PrivateFiles.folder(environment.agents());
    Path team = agent.home().getParent();
    if (team != null) {
      PrivateFiles.folder(team);
    }
    for (Path folder :
        List.of(
            agent.home(),
            agent.configuration().resolveSibling("."),
            agent.soul().resolveSibling("."),
            agent.state(),
            agent.workspace(),
            agent.cache(),
            agent.temporary())) {
      PrivateFiles.folder(folder.normalize());
    }
    PrivateFiles.write(agent.configuration(), order.configuration(), PrivateFiles.READ_ONLY);
    PrivateFiles.write(agent.soul(), soul(), PrivateFiles.READ_ONLY);
  }

  /** The soul where OpenClaw reads it, which takes neither a link nor a second name of a file. */
  void placeSoul() throws IOException {
    PrivateFiles.folder(agent.workspace());
    Path place = agent.workspace().resolve("SOUL.md");
    PrivateFiles.write(place, soul(), PrivateFiles.READ_ONLY);
  }

  /** The gateway's token: the one it has, or a new one. */
  String token() throws IOException {
    Optional<String> had = PrivateFiles.read(agent.token()).filter(text -> text.matches(TOKEN));
    if (had.isPresent()) {
      PrivateFiles.mode(agent.token(), PrivateFiles.OWN);
      return had.get();
    }
    String token = randomHex(TOKEN_BYTES);
    PrivateFiles.write(agent.token(), token + "\n", PrivateFiles.OWN);
    return token;
  }

  /** Remembers that its knowledge is in the store. */
  void pushed() throws IOException {
    Files.deleteIfExists(agent.pushed());
    PrivateFiles.write(agent.pushed(), new byte[0], PrivateFiles.OWN);
  }

  static String randomHex(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private byte[] soul() {
    return Base64.getDecoder().decode(order.soulBase64());
  }
}
