/** The real OpenClaw as a judge of what Berth writes for it. */
@NullMarked
package dev.berth.e2e.openclaw.judge;

import org.jspecify.annotations.NullMarked;
