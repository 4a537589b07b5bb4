/** Reads a folder from disk: the one door through which a user's files come in. */
@NullMarked
package dev.berth.gather;

import org.jspecify.annotations.NullMarked;
