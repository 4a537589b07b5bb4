/**
 * The real OpenClaw, of the version the fleet pins, and what Berth writes for it. Run by the lane
 * {@code scripts/e2e/openclaw}.
 */
@NullMarked
package dev.berth.e2e.openclaw;

import org.jspecify.annotations.NullMarked;
