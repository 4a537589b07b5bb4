/** Facts about a fleet, laid out as text of 80 columns or as JSON. */
@NullMarked
package dev.berth.cli.print;

import org.jspecify.annotations.NullMarked;
