package dev.berth.knowledge.process;

import dev.berth.knowledge.work.Moved;
import dev.berth.knowledge.work.Refused;
import java.io.IOException;
import java.util.List;

/** What the program asks of one agent's knowledge and of the shared folders beside it. */
interface AgentKnowledge extends AutoCloseable {

  /** Makes the working copy what the newest snapshot is; see {@code Knowledge.pull}. */
  Moved pull(boolean claim) throws IOException, Refused;

  /** Makes what has changed the next snapshot; see {@code Knowledge.push}. */
  Moved push() throws IOException, Refused;

  /** The shared folders, in the order they were named. */
  List<SharedFolder> shared();

  /** Makes one shared folder what its newest snapshot is. */
  Moved refresh(SharedFolder folder) throws IOException, Refused;

  /** What tells this writer from every other: the same as long as the working copy is its own. */
  String writer();

  @Override
  void close();
}
