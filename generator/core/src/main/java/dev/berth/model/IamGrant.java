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
public record IamGrant(String role, CloudResource on, String why, Optional<LocalDate> until) {}
