package dev.berth.local.supervise;

import java.time.Duration;

/**
 * How often and how long.
 *
 * @param firstWait before the first restart in a row
 * @param longestWait before any restart
 * @param calm a process that ran this long has not crashed in a row
 * @param look how often a gateway that starts is asked whether it is ready
 * @param lookAgain how often one that is ready is asked
 * @param weigh how often memory is measured
 * @param start how long a gateway may take to answer at all
 * @param settle how long one that lives may take to be ready, before that counts as its state
 * @param drain how long one that holds too much memory may take to end
 * @param push from one push of knowledge to the next
 */
record Pace(
    Duration firstWait,
    Duration longestWait,
    Duration calm,
    Duration look,
    Duration lookAgain,
    Duration weigh,
    Duration start,
    Duration settle,
    Duration drain,
    Duration push) {

  /** What users get; {@code start} is what the chart's start probe allows. */
  static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofMinutes(15));
}
