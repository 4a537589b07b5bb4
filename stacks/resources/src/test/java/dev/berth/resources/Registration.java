package dev.berth.resources;

import com.pulumi.Context;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How a program registers one resource: what the engine is told beside its inputs.
 *
 * @param parent type and name of the group it is part of
 * @param after names of what must be there before it, beyond what its inputs refer to
 * @param guarded whether the engine refuses to delete it
 * @param ignored inputs that no update changes back
 */
public record Registration(
    String type,
    String name,
    Optional<String> parent,
    Set<String> after,
    boolean guarded,
    List<String> ignored,
    boolean deletedBeforeReplaced) {

  /** Everything {@code program} registers, groups and providers too, by type and name. */
  public static SortedMap<String, Registration> by(
      String project, String stack, Consumer<Context> program) {
    Map<String, ResourceTransformation.Args> seen = new ConcurrentHashMap<>();
    TestOptions options =
        TestOptions.builder()
            .projectName(project)
            .stackName(stack)
            .resourceTransformations(
                List.of(
                    args -> {
                      seen.put(key(args.resource()), args);
                      return Optional.empty();
                    }))
            .build();
    try {
      PulumiTest.withMocks(new Registered.PretendedCloud(new ConcurrentHashMap<>()))
          .withOptions(options)
          .runTest(program)
          .throwOnError();
      SortedMap<String, Registration> all = new TreeMap<>();
      seen.forEach((key, args) -> all.put(key, of(args)));
      return all;
    } finally {
      PulumiTest.cleanup();
    }
  }

  private static Registration of(ResourceTransformation.Args args) {
    ResourceOptions options = args.options();
    return new Registration(
        args.resource().pulumiResourceType(),
        args.resource().pulumiResourceName(),
        options.getParent().map(Registration::key),
        PulumiTest.extractValue(options.getDependsOn()).stream()
            .map(com.pulumi.resources.Resource::pulumiResourceName)
            .collect(Collectors.toSet()),
        options.isProtect(),
        options.getIgnoreChanges(),
        options instanceof CustomResourceOptions custom && custom.getDeleteBeforeReplace());
  }

  private static String key(com.pulumi.resources.Resource resource) {
    return resource.pulumiResourceType() + " " + resource.pulumiResourceName();
  }
}
