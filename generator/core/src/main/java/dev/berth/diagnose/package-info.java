/** Everything that can be wrong with what a user wrote, as values, and how it is printed. */
@NullMarked
package dev.berth.diagnose;

import org.jspecify.annotations.NullMarked;
