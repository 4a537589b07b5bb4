package dev.berth.cli.knowledge;

import dev.berth.knowledge.snapshot.Entry;
import java.util.Optional;

/**
 * A file or an empty folder that differs between two states; at least one of the two is there.
 *
 * @param before empty when it is new
 * @param after empty when it is gone
 */
public record Change(Optional<Entry> before, Optional<Entry> after) {

  /** {@code +} new, {@code ~} changed, {@code -} gone. */
  public String sign() {
    return before.isEmpty() ? "+" : after.isEmpty() ? "-" : "~";
  }

  /** The entry that names it. */
  Entry either() {
    return after.or(() -> before).orElseThrow();
  }

  /** {@code 12 B}, {@code 12 B -> 15 B}, {@code mode 644 -> 755}, {@code empty folder}. */
  String words() {
    if (before.isEmpty() || after.isEmpty()) {
      return either().isFolder() ? "empty folder" : Size.of(either().sizeBytes());
    }
    Entry was = before.get();
    Entry is = after.get();
    if (was.content().equals(is.content())) {
      return "mode %o -> %o".formatted(was.mode(), is.mode());
    }
    return Size.of(was.sizeBytes()) + " -> " + Size.of(is.sizeBytes());
  }
}
