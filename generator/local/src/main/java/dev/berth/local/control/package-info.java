/** How a supervisor is asked: orders, reports, the questions themselves. */
@NullMarked
package dev.berth.local.control;

import org.jspecify.annotations.NullMarked;
