package dev.berth.resources;

import com.google.common.collect.ImmutableMap;
import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One resource a program registered.
 *
 * @param inputs as they reach the engine
 */
public record Registered(String type, String name, Map<String, Object> inputs)
    implements Comparable<Registered> {

  /** What an output of a resource that gives none of that name is, under {@link #by}. */
  public static String output(String resource, String output) {
    return output.equals("id") ? resource + "-id" : resource + "-" + output;
  }

  /** Everything a program registers, but for components, providers and stack references. */
  public static SortedSet<Registered> by(String project, String stack, Consumer<Context> program) {
    Map<String, Registered> seen = new ConcurrentHashMap<>();
    Mocks mocks =
        new Mocks() {
          @Override
          public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            if (!args.type.startsWith("pulumi:")) {
              Registered each =
                  new Registered(args.type, args.name, Collections.unmodifiableMap(args.inputs));
              if (seen.putIfAbsent(args.type + " " + args.name, each) != null) {
                throw new IllegalStateException("registered twice: " + each);
              }
            }
            Optional<String> id = Optional.of(output(args.name, "id"));
            return CompletableFuture.completedFuture(ResourceResult.of(id, state(args)));
          }

          @Override
          public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return CompletableFuture.completedFuture(ImmutableMap.of("number", PROJECT_NUMBER));
          }
        };
    try {
      PulumiTest.withMocks(mocks)
          .withOptions(TestOptions.builder().projectName(project).stackName(stack).build())
          .runTest(program)
          .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return new TreeSet<>(seen.values());
  }

  /** Of the pretended project. */
  public static final String PROJECT_NUMBER = "123456789012";

  /** The name of the pretended control plane. */
  public static final String ENDPOINT = "gke-0123.europe-west1.gke.goog";

  private static Map<String, Object> state(Mocks.ResourceArgs args) {
    Map<String, Object> state = new HashMap<>(args.inputs);
    switch (args.type) {
      case "pulumi:pulumi:StackReference" ->
          state.put(
              "outputs",
              Map.of(
                  "projectNumber", PROJECT_NUMBER,
                  "clusterName", "berth-dev",
                  "endpoint", ENDPOINT,
                  "bucket", "acme-agents-dev-knowledge"));
      case ServiceAccount.TYPE -> state.put("email", output(args.name, "email"));
      case Cluster.TYPE ->
          state.put(
              "controlPlaneEndpointsConfig",
              Map.of("dnsEndpointConfig", Map.of("endpoint", ENDPOINT)));
      default -> {}
    }
    return state;
  }

  @Override
  public int compareTo(Registered other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : type.compareTo(other.type);
  }
}
