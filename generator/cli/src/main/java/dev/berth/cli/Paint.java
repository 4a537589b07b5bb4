package dev.berth.cli;

/** Colour where it means something; the words say the same without it. */
enum Paint {
  /** New. */
  GREEN("32"),
  /** Changed. */
  YELLOW("33"),
  /** Gone, or refused. */
  RED("31"),
  /** Not changed. */
  DIM("2");

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  /** {@code text} in this colour, as ECMA-48 terminals read it. */
  String on(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
