/**
 * Agents as processes of this machine: {@code berth up} and all that is done with what it started,
 * with the real OpenClaw and the real Node.
 */
@NullMarked
package dev.berth.e2e.openclaw.laptop;

import org.jspecify.annotations.NullMarked;
