package dev.berth.model;

/**
 * What the container asks for that carries an agent's knowledge and runs beside it for as long as
 * the agent does: the scheduler, the team's quota and the node must have room for both.
 */
public final class KnowledgeCarrier {

  /** As little as a team's LimitRange takes: between two pushes it sleeps. */
  public static final Cpu CPU_REQUEST = new Cpu(50);

  /** For the hashing and packing of a first push. */
  public static final Cpu CPU_LIMIT = new Cpu(200);

  /** Requested and most: the process is held to 120 MiB, however many files there are. */
  public static final ByteSize MEMORY = new ByteSize(128);

  /** Of node disk, requested and most: large files while they are sent, and logs. */
  public static final ByteSize EPHEMERAL = ByteSize.gibibytes(1);

  private KnowledgeCarrier() {}
}
