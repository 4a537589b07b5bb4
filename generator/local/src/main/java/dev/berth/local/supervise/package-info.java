/** The process that keeps an environment's agents running, and how it is started and asked. */
@NullMarked
package dev.berth.local.supervise;

import org.jspecify.annotations.NullMarked;
