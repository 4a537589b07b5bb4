/** What OpenClaw itself accepts: its configuration, version by version, and its workspace. */
@NullMarked
package dev.berth.openclaw;

import org.jspecify.annotations.NullMarked;
