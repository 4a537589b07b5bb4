package dev.berth.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A role on one named Google Cloud resource, beyond knowledge and secrets.
 *
 * @param role e.g. {@code roles/pubsub.publisher}
 * @param why in the team's words
 * @param until the last day it holds, in UTC; empty for no end
 */
public record IamGrant(String role, CloudResource on, String why, Optional<LocalDate> until) {

  /** Whether whoever has this has all that {@code other} gives, for as long. */
  public boolean covers(IamGrant other) {
    return role.equals(other.role)
        && on.equals(other.on)
        && (until.isEmpty()
            || (other.until.isPresent() && !other.until.get().isAfter(until.get())));
  }

  /** Whether Google ends it by itself; otherwise {@code berth check} asks for its removal. */
  public boolean endsByItself() {
    return until.isPresent() && on.kind().endsGrants();
  }
}
