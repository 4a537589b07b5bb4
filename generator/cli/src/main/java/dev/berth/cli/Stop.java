package dev.berth.cli;

/** Ends a command with a message for its user; not a bug, so there is no stack trace. */
final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One of {@link Exit}. */
  private final int code;

  private Stop(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The command line asks for what cannot be. */
  static Stop usage(String message) {
    return new Stop(Exit.USAGE, message);
  }

  /** The cloud, the cluster or a tool on the way there said no. */
  static Stop cloud(String message) {
    return new Stop(Exit.CLOUD, message);
  }

  /** A safety gate refused. */
  static Stop refused(String message) {
    return new Stop(Exit.REFUSED, message);
  }

  int code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
