/**
 * The program that runs beside an agent, as its users run it: from its image, under systemd, in
 * Compose; and the alerts on it.
 */
@NullMarked
package dev.berth.e2e.knowledge.process;

import org.jspecify.annotations.NullMarked;
