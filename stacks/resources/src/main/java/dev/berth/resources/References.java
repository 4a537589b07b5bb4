package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.CustomResource;
import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What resources of a stack may say about those registered before them, and about the platform. */
public final class References {

  private final Map<String, CustomResource> registered = new HashMap<>();
  private final Function<String, Output<?>> platform;

  /**
   * @param platform an output of the platform stack, by name
   */
  public References(Function<String, Output<?>> platform) {
    this.platform = platform;
  }

  void add(String name, CustomResource resource) {
    registered.put(name, resource);
  }

  /** The registered resource of that name. */
  public CustomResource resource(String name) {
    return Optional.ofNullable(registered.get(name))
        .orElseThrow(() -> new IllegalArgumentException("nothing registered as " + name));
  }

  /**
   * {@code value} with an output in the place of each {@link Ref} and {@link Joined}, however deep:
   * a preview then shows what is known around the one thing that is not.
   */
  Object resolve(Object value) {
    if (value instanceof Ref ref) {
      return output(ref);
    }
    if (value instanceof Joined joined) {
      return joined(joined);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::resolve).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> resolved = new LinkedHashMap<>();
      map.forEach((key, each) -> resolved.put(key, resolve(each)));
      return resolved;
    }
    return value;
  }

  private Output<String> joined(Joined joined) {
    List<Output<Object>> parts =
        joined.parts().stream()
            .map(part -> part instanceof Ref ref ? output(ref) : Output.of(part))
            .toList();
    return Output.all(parts)
        .applyValue(known -> known.stream().map(References::text).collect(Collectors.joining()));
  }

  /** Numbers cross the wire as floating point; 123456789012 must not become 1.23456789012E11. */
  private static String text(Object part) {
    return part instanceof Double number ? String.valueOf(number.longValue()) : part.toString();
  }

  /** What {@code ref} names. */
  public Output<Object> output(Ref ref) {
    if (ref.resource().equals(Ref.PLATFORM)) {
      return platform.apply(ref.output()).applyValue(Object.class::cast);
    }
    CustomResource resource = resource(ref.resource());
    List<String> path = path(ref);
    String first = path.get(0);
    Output<?> output = first.equals("id") ? resource.id() : exported(resource, first);
    boolean dryRun = Deployment.getInstance().isDryRun();
    return output.applyValue(known -> below(dryRun, known, path));
  }

  private static List<String> path(Ref ref) {
    return List.of(ref.output().split("\\.", -1));
  }

  /** A preview may know an object and not yet what is in it. */
  private static final String NOT_YET = "known after up";

  private static Object below(boolean dryRun, Object known, List<String> path) {
    Object found = known;
    for (String step : path.subList(1, path.size())) {
      found =
          Optional.ofNullable(found instanceof Map<?, ?> map ? map.get(step) : null)
              .or(() -> dryRun ? Optional.of(NOT_YET) : Optional.empty())
              .orElseThrow(() -> new IllegalStateException("no output " + String.join(".", path)));
    }
    return found;
  }

  private static Output<?> exported(CustomResource resource, String name) {
    try {
      return (Output<?>) resource.getClass().getDeclaredField(name).get(resource);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalArgumentException(name, missing);
    }
  }

  /** Whether resources of that class have an output that {@code ref} could name. */
  static boolean has(Class<? extends CustomResource> resource, Ref ref) {
    String first = path(ref).get(0);
    return first.equals("id")
        || Arrays.stream(resource.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(Export.class))
            .map(Field::getName)
            .anyMatch(first::equals);
  }

  /** Everything {@code value} refers to, however deep. */
  static List<Ref> in(Object value) {
    if (value instanceof Ref ref) {
      return List.of(ref);
    }
    if (value instanceof Joined joined) {
      return in(joined.parts());
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(each -> in(each).stream()).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(each -> in(each).stream()).toList();
    }
    return List.of();
  }
}
