/** Runs Jobs in a cluster and says how they ended. */
@NullMarked
package dev.berth.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
