/** Writes rendered files to a folder, whole or not at all. */
@NullMarked
package dev.berth.emit;

import org.jspecify.annotations.NullMarked;
