package dev.berth.cli.print;

/** A number and what it counts. */
public final class Count {

  private Count() {}

  /** {@code 1 team}, {@code 2 teams}. */
  public static String of(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }
}
