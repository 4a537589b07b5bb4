/** What a store holds of an agent: snapshots, the trees they name, and the objects those name. */
@NullMarked
package dev.berth.knowledge.snapshot;

import org.jspecify.annotations.NullMarked;
