package dev.berth.local.control;

import java.util.Optional;

/**
 * One agent of this machine at one moment.
 *
 * @param why a sentence for every state that somebody might ask about, e.g. why it is not ready
 * @param mend what to do about it; empty when there is nothing to do
 * @param port of its gateway, on 127.0.0.1; 0 before it has one
 * @param pid of its gateway; 0 when none runs
 * @param memoryBytes it and its children hold; 0 when none runs or this machine does not say
 * @param memoryMostBytes they may hold
 * @param version of OpenClaw
 * @param upSeconds since its gateway was started; 0 when none runs
 * @param restarts since it was last started on purpose
 * @param pushedSecondsAgo how long ago its knowledge was last pushed; empty before the first push
 */
public record AgentReport(
    String id,
    AgentState state,
    String why,
    String mend,
    int port,
    long pid,
    long memoryBytes,
    long memoryMostBytes,
    String version,
    long upSeconds,
    int restarts,
    Optional<Long> pushedSecondsAgo) {}
