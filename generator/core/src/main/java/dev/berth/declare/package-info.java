/** Reads text into declarations: as written, each value with its place. */
@NullMarked
package dev.berth.declare;

import org.jspecify.annotations.NullMarked;
