package dev.berth.resources;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import dev.berth.plan.GoogleResource;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.Ref;
import dev.berth.render.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A rendered resource that fits its class: all that is left is to register it. */
public final class Declaration {

  private final PlannedResource planned;
  private final ResourceKind<?> kind;
  private final Map<String, Object> inputs;

  private Declaration(PlannedResource planned, ResourceKind<?> kind, Map<String, Object> inputs) {
    this.planned = planned;
    this.kind = kind;
    this.inputs = inputs;
  }

  /**
   * The resources of one stack, in the order they must be registered. All are judged before the
   * first is registered: registration is asynchronous and cannot be taken back.
   *
   * @throws IllegalArgumentException naming the first that does not fit
   */
  public static List<Declaration> all(List<Rendered> rendered) {
    Map<String, Declaration> earlier = new LinkedHashMap<>();
    for (Rendered each : rendered) {
      Declaration next = of(each);
      next.needs().forEach(ref -> checkReference(next.name(), ref, earlier));
      if (earlier.put(next.name(), next) != null) {
        throw new IllegalArgumentException("two resources are named " + next.name());
      }
    }
    return List.copyOf(earlier.values());
  }

  private static Declaration of(Rendered rendered) {
    PlannedResource planned = rendered.planned();
    ResourceKind<?> kind = ResourceKind.of(planned.type());
    Map<String, Object> inputs = rendered.inputs().get();
    FilledArgs.check(kind.inputs(), planned.name(), inputs);
    return new Declaration(planned, kind, inputs);
  }

  private static void checkReference(String name, Ref ref, Map<String, Declaration> earlier) {
    if (ref.resource().equals(Ref.PLATFORM)) {
      return;
    }
    Declaration target = earlier.get(ref.resource());
    if (target == null || !References.has(target.kind.resource(), ref)) {
      throw new IllegalArgumentException(name + ": nothing before it has " + ref);
    }
  }

  private Stream<Ref> needs() {
    return Stream.concat(
        References.in(inputs).stream(), after().stream().map(name -> new Ref(name, "id")));
  }

  private List<String> after() {
    return google().map(GoogleResource::after).orElse(List.of());
  }

  private Optional<GoogleResource> google() {
    return planned instanceof GoogleResource google ? Optional.of(google) : Optional.empty();
  }

  public String name() {
    return planned.name();
  }

  public String type() {
    return planned.type();
  }

  public PlannedResource planned() {
    return planned;
  }

  /** Registers it with {@code provider}. */
  public CustomResource register(References references, ProviderResource provider) {
    return register(references, List.of(), CustomResourceOptions.builder().provider(provider));
  }

  /**
   * Registers it as part of {@code parent}, which has the provider.
   *
   * @param after what it needs beyond what its plan says
   */
  public CustomResource register(
      References references, List<? extends Resource> after, ComponentResource parent) {
    return register(references, after, CustomResourceOptions.builder().parent(parent));
  }

  private CustomResource register(
      References references,
      List<? extends Resource> after,
      CustomResourceOptions.Builder options) {
    List<Resource> needs = new ArrayList<>(after);
    after().forEach(name -> needs.add(references.resource(name)));
    options
        .dependsOn(needs)
        .protect(google().map(GoogleResource::guarded).orElse(false))
        .ignoreChanges(google().map(GoogleResource::ignored).orElse(List.of()))
        // Every name is fixed: the old one must go before the new one can be made.
        .deleteBeforeReplace(true);
    CustomResource made = kind.make(name(), inputs, references, options.build());
    references.add(name(), made);
    return made;
  }
}
