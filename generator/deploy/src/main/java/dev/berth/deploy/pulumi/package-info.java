/** Runs the stacks with Pulumi and says in plain values what happened. */
@NullMarked
package dev.berth.deploy.pulumi;

import org.jspecify.annotations.NullMarked;
