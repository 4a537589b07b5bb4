/** The rendered fleet, judged by a real Kubernetes control plane. */
@NullMarked
package dev.berth.e2e.cluster;

import org.jspecify.annotations.NullMarked;
