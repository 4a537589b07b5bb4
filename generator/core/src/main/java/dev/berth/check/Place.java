package dev.berth.check;

import dev.berth.declare.Written;
import dev.berth.source.SourcePoint;
import java.util.Optional;

/** What a report underlines. */
record Place(SourcePoint at, int width) {

  static Place of(Written<?> written) {
    return new Place(written.at(), written.width());
  }

  /** Where it is written, or the start of the file that should have said it. */
  static Place of(Optional<? extends Written<?>> written, String file) {
    return written
        .map(each -> new Place(each.at(), each.width()))
        .orElseGet(() -> new Place(SourcePoint.startOf(file), 1));
  }
}
