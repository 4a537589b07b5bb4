package dev.berth.knowledge.work;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a transfer takes from outside.
 *
 * @param random 32 fresh random hexadecimal digits a call
 * @param largestFileBytes a file larger than this does not cross
 */
public record Surroundings(
    Clock clock, Supplier<String> random, Progress progress, long largestFileBytes) {}
