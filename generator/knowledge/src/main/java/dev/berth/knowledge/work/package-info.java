/** A folder on this machine and a store: what is pulled, pushed, restored, cloned and moved. */
@NullMarked
package dev.berth.knowledge.work;

import org.jspecify.annotations.NullMarked;
