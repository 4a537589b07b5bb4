/** Turns declarations into a fleet, or into everything that is wrong with them. */
@NullMarked
package dev.berth.check;

import org.jspecify.annotations.NullMarked;
