/** What must exist, in order, and which line asked for it. */
@NullMarked
package dev.berth.plan;

import org.jspecify.annotations.NullMarked;
