/** OpenClaw's own commands as judges of a configuration, in a home that goes again. */
@NullMarked
package dev.berth.local.judge;

import org.jspecify.annotations.NullMarked;
