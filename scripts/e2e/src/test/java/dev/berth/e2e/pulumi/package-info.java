/** Berth under the real Pulumi engine, with stand-ins for the clouds. */
@NullMarked
package dev.berth.e2e.pulumi;

import org.jspecify.annotations.NullMarked;
