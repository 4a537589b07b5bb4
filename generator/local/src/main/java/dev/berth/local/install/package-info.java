/** Node and OpenClaw on this machine: found, or fetched from npm once. */
@NullMarked
package dev.berth.local.install;

import org.jspecify.annotations.NullMarked;
