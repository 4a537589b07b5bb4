package dev.berth.local.supervise;

import dev.berth.local.place.EnvironmentFolder;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * What all agents of a supervisor share.
 *
 * @param pushes where pushes are made that happen while agents run
 * @param echoPort of Berth's own model server, which is started when this is first asked
 * @param echoKey what it is shown
 * @param heard is told whenever an agent may report something else than before
 * @param lines the supervisor's own log
 */
record Around(
    EnvironmentFolder environment,
    Pace pace,
    Clock clock,
    Executor pushes,
    IntSupplier echoPort,
    String echoKey,
    Consumer<Keeper> heard,
    Consumer<String> lines) {}
