/** The knowledge of an agent, kept where it outlives the machine. */
@NullMarked
package dev.berth.knowledge;

import org.jspecify.annotations.NullMarked;
