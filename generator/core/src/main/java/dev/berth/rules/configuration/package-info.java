/** What OpenClaw itself would say of what an agent becomes: its configuration and its soul. */
@NullMarked
package dev.berth.rules.configuration;

import org.jspecify.annotations.NullMarked;
