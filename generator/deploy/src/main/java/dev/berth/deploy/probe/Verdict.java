package dev.berth.deploy.probe;

import java.util.List;
import java.util.Locale;

/**
 * What one probe found.
 *
 * @param asDeclared how many checks came out as declared
 * @param holes how many of what must not work do
 * @param shut how many of what must work do not
 * @param unjudged how many of which nothing can be told
 * @param findings those that did not come out as declared, worst first, as far as the probe's
 *     message had room for them
 */
public record Verdict(int asDeclared, int holes, int shut, int unjudged, List<Finding> findings) {

  /** How many findings there are. */
  public int found() {
    return holes + shut + unjudged;
  }

  /**
   * A check that did not come out as declared.
   *
   * @param check its id
   * @param why in the script's few words, e.g. {@code connected}, {@code status 403}
   */
  public record Finding(String check, Kind kind, String why) {}

  /** What is wrong with it, worst first. */
  public enum Kind {
    /** What must not work does: a wall has a hole. */
    HOLE,
    /** What must work does not: a way is shut. */
    SHUT,
    /** What happened tells neither. */
    UNJUDGED;

    /** The word of the script and of reports. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
