/** Helm itself, inside this process: what it would apply, as text. */
@NullMarked
package dev.berth.deploy.helm;

import org.jspecify.annotations.NullMarked;
