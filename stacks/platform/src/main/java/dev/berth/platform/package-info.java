/** The Pulumi program of what changes rarely: network, cluster, pools, bucket. */
@NullMarked
package dev.berth.platform;

import org.jspecify.annotations.NullMarked;
