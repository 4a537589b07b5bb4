@NullMarked
package dev.berth.knowledge.process;

import org.jspecify.annotations.NullMarked;
