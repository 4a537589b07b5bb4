package dev.berth.resources;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import dev.berth.plan.Joined;
import dev.berth.plan.Ref;
import dev.berth.render.Rendered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One resource a program registers, or should.
 *
 * @param inputs as they reach the engine: references resolved, every number a double
 */
public record Registered(String type, String name, Map<String, Object> inputs)
    implements Comparable<Registered> {

  /** What the platform hands to the fleet, in the pretended cloud. */
  public static final Map<String, Object> PLATFORM =
      Map.of(
          "projectNumber", "123456789012",
          "clusterName", "berth-dev",
          "endpoint", "gke-0123.europe-west1.gke.goog",
          "bucket", "acme-agents-dev-knowledge");

  /** What {@code program} registers, but for components, providers and stack references. */
  public static SortedSet<Registered> by(String project, String stack, Consumer<Context> program) {
    Map<String, Registered> seen = new ConcurrentHashMap<>();
    try {
      PulumiTest.withMocks(new PretendedCloud(seen))
          .withOptions(TestOptions.builder().projectName(project).stackName(stack).build())
          .runTest(program)
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return new TreeSet<>(seen.values());
  }

  /** What must be registered for {@code rendered}, no more and no less. */
  public static SortedSet<Registered> expected(List<Rendered> rendered) {
    Map<String, Map<String, Object>> states = new HashMap<>(Map.of(Ref.PLATFORM, PLATFORM));
    SortedSet<Registered> expected = new TreeSet<>();
    for (Rendered each : rendered) {
      String name = each.planned().name();
      Map<String, Object> inputs = new TreeMap<>();
      each.inputs().get().forEach((key, value) -> inputs.put(key, plain(value, states)));
      expected.add(new Registered(each.planned().type(), name, inputs));
      states.put(name, PretendedCloud.state(each.planned().type(), name, inputs));
    }
    return expected;
  }

  private static Object plain(Object value, Map<String, Map<String, Object>> states) {
    if (value instanceof Ref ref) {
      return states.get(ref.resource()).get(ref.output());
    }
    if (value instanceof Joined joined) {
      return joined.parts().stream()
          .map(part -> plain(part, states).toString())
          .collect(Collectors.joining());
    }
    if (value instanceof Integer number) {
      return number.doubleValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> plain(each, states)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new TreeMap<>();
      map.forEach((key, each) -> plain.put(key, plain(each, states)));
      return plain;
    }
    return value;
  }

  @Override
  public int compareTo(Registered other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : type.compareTo(other.type);
  }

  /** Makes whatever it is asked for and remembers it. */
  record PretendedCloud(Map<String, Registered> seen) implements Mocks {

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      if (!args.type.startsWith("pulumi:") && !args.type.startsWith("berth:")) {
        Registered each = new Registered(args.type, args.name, new TreeMap<>(args.inputs));
        if (seen.putIfAbsent(args.type + " " + args.name, each) != null) {
          throw new IllegalStateException("registered twice: " + each);
        }
      }
      Map<String, Object> state = state(args.type, args.name, args.inputs);
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of(args.name + "-id"), state));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(Map.of("number", PLATFORM.get("projectNumber")));
    }

    static Map<String, Object> state(String type, String name, Map<String, Object> inputs) {
      Map<String, Object> state = new HashMap<>(inputs);
      state.put("id", name + "-id");
      switch (type) {
        case "pulumi:pulumi:StackReference" -> state.put("outputs", PLATFORM);
        case ServiceAccount.TYPE -> state.put("email", name + "@example.com");
        case Cluster.TYPE ->
            state.put(
                "controlPlaneEndpointsConfig",
                Map.of("dnsEndpointConfig", Map.of("endpoint", PLATFORM.get("endpoint"))));
        default -> {}
      }
      return state;
    }
  }
}
