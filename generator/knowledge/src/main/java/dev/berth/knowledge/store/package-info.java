/** Where objects are kept: created once, read, listed, deleted; never overwritten. */
@NullMarked
package dev.berth.knowledge.store;

import org.jspecify.annotations.NullMarked;
