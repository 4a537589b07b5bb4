package dev.berth.model;

import java.time.LocalDate;

/**
 * One rule that one agent may break for a while.
 *
 * @param rule the rule's id, e.g. {@code lethal-trio}
 * @param owner an address of whoever answers for it
 * @param reason in the owner's words
 * @param until the last day it holds, in UTC
 */
public record Waiver(
    String rule, AgentId agent, String owner, String reason, LocalDate until, Origin from) {}
