/** The Pulumi program of what changes daily: the teams and agents of one shard. */
@NullMarked
package dev.berth.fleet;

import org.jspecify.annotations.NullMarked;
