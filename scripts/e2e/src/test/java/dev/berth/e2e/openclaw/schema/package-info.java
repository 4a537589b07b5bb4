/** What Berth and the real OpenClaw say of one configuration. */
@NullMarked
package dev.berth.e2e.openclaw.schema;

import org.jspecify.annotations.NullMarked;
