package dev.berth.declare;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A role on one resource, as written.
 *
 * @param on not yet known to be one named resource
 */
public record GrantDeclaration(
    Written<String> role,
    Written<String> on,
    Written<String> why,
    Optional<Written<LocalDate>> until) {}
