/**
 * Planned resources as Pulumi resources: one class a type, in the words of the pinned providers.
 */
@NullMarked
package dev.berth.resources;

import org.jspecify.annotations.NullMarked;
