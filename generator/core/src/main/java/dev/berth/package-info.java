/** The whole tool as functions: what users wrote in; diagnostics, a plan or files out. */
@NullMarked
package dev.berth;

import org.jspecify.annotations.NullMarked;
