/** What a user wrote, as bytes with a path, and places in it. */
@NullMarked
package dev.berth.source;

import org.jspecify.annotations.NullMarked;
