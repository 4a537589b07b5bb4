/** What of an agent's files may cross into a store, and how they are named there. */
@NullMarked
package dev.berth.knowledge.crossing;

import org.jspecify.annotations.NullMarked;
