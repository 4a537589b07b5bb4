package dev.berth.check;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ids of the rules a fleet will be held against.
 *
 * @param waivable those that a waiver may name
 * @param binding those that hold for everybody
 */
public record KnownRules(SortedSet<String> waivable, SortedSet<String> binding) {
  public KnownRules {
    waivable = Collections.unmodifiableSortedSet(new TreeSet<>(waivable));
    binding = Collections.unmodifiableSortedSet(new TreeSet<>(binding));
  }
}
