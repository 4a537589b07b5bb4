/** What a legal fleet should still not be: findings, and what is waived. */
@NullMarked
package dev.berth.rules;

import org.jspecify.annotations.NullMarked;
