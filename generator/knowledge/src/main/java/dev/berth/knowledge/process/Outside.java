package dev.berth.knowledge.process;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What the program has from its process.
 *
 * @param out for help alone
 * @param lines where each line of the log goes
 * @param source finds the knowledge
 * @param signals is handed who hears SIGTERM and SIGINT from then on
 * @param end ends the process with an exit code, whatever else runs
 */
record Outside(
    Clock clock,
    PrintWriter out,
    Consumer<String> lines,
    Source source,
    Consumer<IntConsumer> signals,
    IntConsumer end) {}
