/** What commands of knowledge tell: moments, sizes, snapshots, and what differs between them. */
@NullMarked
package dev.berth.cli.knowledge;

import org.jspecify.annotations.NullMarked;
