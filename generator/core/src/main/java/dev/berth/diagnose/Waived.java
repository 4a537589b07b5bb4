package dev.berth.diagnose;

import java.time.LocalDate;

/**
 * What a rule found and somebody took upon themselves for a while.
 *
 * @param owner an address of whoever answers for it
 * @param reason in the owner's words
 * @param until the last day it is waived, in UTC
 */
public record Waived(Finding finding, String owner, String reason, LocalDate until) {}
