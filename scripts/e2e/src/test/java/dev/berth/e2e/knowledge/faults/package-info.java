/** Knowledge when something breaks: lines, servers, disks, processes. */
@NullMarked
package dev.berth.e2e.knowledge.faults;

import org.jspecify.annotations.NullMarked;
