/** One agent's OpenClaw: what it is given, its own commands, its gateway's answers. */
@NullMarked
package dev.berth.local.gateway;

import org.jspecify.annotations.NullMarked;
