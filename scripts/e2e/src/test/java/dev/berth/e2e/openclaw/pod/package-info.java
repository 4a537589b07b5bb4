/** An agent's rendered pod, run by the real OpenClaw in a sandbox as the kubelet would run it. */
@NullMarked
package dev.berth.e2e.openclaw.pod;

import org.jspecify.annotations.NullMarked;
