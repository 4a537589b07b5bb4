/** Asks where secrets are whether they are there; never for a value. */
@NullMarked
package dev.berth.deploy.secrets;

import org.jspecify.annotations.NullMarked;
