package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/**
 * What a rule found in declarations that are each legal.
 *
 * @param code the rule's id, e.g. {@code lethal-trio}
 * @param subject what it is about, e.g. {@code support/customer}: a waiver names it
 */
public record Finding(
    SourcePoint at,
    int width,
    Severity severity,
    String code,
    String subject,
    String what,
    String mend)
    implements Diagnostic {}
