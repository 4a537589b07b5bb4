package dev.berth.e2e.knowledge.faults;

/** What may go wrong between a client and a server, at one request. */
enum Fault {
  /** The connection ends before the server hears of the request. */
  DROPPED,
  /** Both connections are reset when the server has half of the request. */
  RESET_MIDWAY,
  /** The server did it, and the connection is reset before a byte of its answer. */
  ANSWER_LOST,
  /** The server did it, and its answer takes long. */
  DELAYED,
  /** The server did it, and half of its answer arrives. */
  TRUNCATED,
  SAYS_408,
  SAYS_412,
  SAYS_429,
  SAYS_500,
  SAYS_503;

  /** The status that is answered without asking the server; 0 when it is no such fault. */
  int status() {
    return name().startsWith("SAYS_") ? Integer.parseInt(name().substring(5)) : 0;
  }
}
