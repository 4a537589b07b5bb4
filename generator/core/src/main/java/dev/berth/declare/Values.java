package dev.berth.declare;

import dev.berth.source.SourcePoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was read behind the keys of one mapping: legal values only. */
public final class Values {

  private final Map<String, Object> byKey = new LinkedHashMap<>();

  private final Map<String, SourcePoint> places = new LinkedHashMap<>();

  void put(Key<?> key, SourcePoint at, Object value) {
    byKey.put(key.name(), value);
    places.put(key.name(), at);
  }

  /** Where a key that was written stands. */
  public SourcePoint at(Key<?> key) {
    return Optional.ofNullable(places.get(key.name())).orElseThrow();
  }

  /** Empty when nobody wrote it. */
  // A key's own shape read what stands behind its name.
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(Key<T> key) {
    return Optional.ofNullable((T) byKey.get(key.name()));
  }

  /** A required key's value. */
  public <T> T must(Key<T> key) {
    return get(key).orElseThrow();
  }

  /** Nothing written is an empty list. */
  public <T> List<T> all(Key<List<T>> key) {
    return get(key).orElse(List.of());
  }
}
