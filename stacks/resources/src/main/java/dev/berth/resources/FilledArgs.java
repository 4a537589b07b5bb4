package dev.berth.resources;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A resource's inputs, set by name: an input without a field is refused, never dropped. */
abstract class FilledArgs extends ResourceArgs {

  /** What each input may be, by name. */
  static SortedMap<String, Class<?>> inputs(Class<? extends FilledArgs> args) {
    SortedMap<String, Class<?>> inputs = new TreeMap<>();
    Arrays.stream(args.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Import.class))
        .forEach(field -> inputs.put(field.getName(), kind(field)));
    return inputs;
  }

  /**
   * @throws IllegalArgumentException naming the input that does not fit
   */
  static void check(Class<? extends FilledArgs> args, String name, Map<String, Object> values) {
    SortedMap<String, Class<?>> inputs = inputs(args);
    values.forEach(
        (input, value) -> {
          Class<?> kind = inputs.get(input);
          if (kind == null) {
            throw new IllegalArgumentException(
                "%s: `%s` is not one of its inputs %s".formatted(name, input, inputs.keySet()));
          }
          boolean text = value instanceof Ref || value instanceof Joined;
          if (!(text ? kind == String.class : kind.isInstance(value))) {
            throw new IllegalArgumentException(
                "%s: `%s` must be a %s, not %s"
                    .formatted(name, input, kind.getSimpleName(), value));
          }
        });
  }

  /** Sets the fields of {@code args}; {@link #check} has been passed. */
  static <A extends FilledArgs> A filled(
      A args, Map<String, Object> values, References references) {
    values.forEach(
        (input, value) -> {
          Object resolved = references.resolve(value);
          try {
            args.getClass()
                .getDeclaredField(input)
                .set(args, resolved instanceof Output<?> ? resolved : Output.of(resolved));
          } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(input, missing);
          }
        });
    return args;
  }

  private static Class<?> kind(Field field) {
    Type output = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    Type raw = output instanceof ParameterizedType generic ? generic.getRawType() : output;
    return List.<Class<?>>of(
            String.class, Boolean.class, Integer.class, List.class, Map.class, Object.class)
        .stream()
        .filter(raw::equals)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(field + " is of no kind an input has"));
  }
}
