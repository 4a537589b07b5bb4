/** A fleet of legal values only. */
@NullMarked
package dev.berth.model;

import org.jspecify.annotations.NullMarked;
