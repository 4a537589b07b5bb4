/** Knowledge, kept by real servers: what a test double would only claim. */
@NullMarked
package dev.berth.e2e.knowledge;

import org.jspecify.annotations.NullMarked;
