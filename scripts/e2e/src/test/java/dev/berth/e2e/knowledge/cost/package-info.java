/** What knowledge costs: the requests and bytes of the pod's program, and its memory. */
@NullMarked
package dev.berth.e2e.knowledge.cost;

import org.jspecify.annotations.NullMarked;
