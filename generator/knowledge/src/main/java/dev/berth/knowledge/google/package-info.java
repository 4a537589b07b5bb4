/** Objects in Google Cloud Storage. */
@NullMarked
package dev.berth.knowledge.google;

import org.jspecify.annotations.NullMarked;
