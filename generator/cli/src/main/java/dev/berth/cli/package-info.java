/** The command line: one class a command, and the only main program. */
@NullMarked
package dev.berth.cli;

import org.jspecify.annotations.NullMarked;
