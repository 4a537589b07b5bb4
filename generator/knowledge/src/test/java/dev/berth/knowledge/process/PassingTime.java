package dev.berth.knowledge.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting moves, and a stop that is asked for after so many waits. */
final class PassingTime extends Clock implements Stop {

  final List<Duration> waited = new ArrayList<>();
  private final int rounds;
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  PassingTime(int rounds) {
    this.rounds = rounds;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public boolean within(Duration duration) {
    waited.add(duration);
    if (waited.size() > rounds) {
      return true;
    }
    pass(duration);
    return false;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
