package dev.berth.deploy.helm;

/** A chart that Helm refuses, or refuses the values of: a mistake in Berth, never a user's. */
public final class ChartBug extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ChartBug(String what, String why) {
    super("Helm cannot " + what + ": " + why);
  }
}
