package dev.berth.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text some parts of which only exist once something else does.
 *
 * @param parts each a {@link String} or a {@link Ref}
 */
public record Joined(List<Object> parts) {

  public Joined {
    parts = List.copyOf(parts);
  }

  public static Joined of(Object... parts) {
    return new Joined(List.of(parts));
  }

  /** The same text with {@code start} before it. */
  Joined behind(String start) {
    List<Object> longer = new ArrayList<>();
    longer.add(start);
    longer.addAll(parts);
    return new Joined(longer);
  }

  /** As files show it. */
  @Override
  public String toString() {
    return parts.stream().map(Object::toString).collect(Collectors.joining());
  }
}
