/** Where things are on this machine. */
@NullMarked
package dev.berth.local.place;

import org.jspecify.annotations.NullMarked;
