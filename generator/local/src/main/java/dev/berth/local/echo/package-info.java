/** A model server without a model, for trying things out. */
@NullMarked
package dev.berth.local.echo;

import org.jspecify.annotations.NullMarked;
