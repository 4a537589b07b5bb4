/** Turns a plan into text: the templates' room. */
@NullMarked
package dev.berth.render;

import org.jspecify.annotations.NullMarked;
