/** The small program that runs beside an agent: it pulls at boot, watches, and pushes. */
@NullMarked
package dev.berth.knowledge.process;

import org.jspecify.annotations.NullMarked;
