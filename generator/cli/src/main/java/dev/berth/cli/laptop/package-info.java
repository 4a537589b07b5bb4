/** What commands say and read of a laptop: files of variables, logs, reports. */
@NullMarked
package dev.berth.cli.laptop;

import org.jspecify.annotations.NullMarked;
