package dev.berth.render;

import dev.berth.plan.GoogleResource;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.Ref;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Google Cloud resources of a plan as Terraform would say them, one to one and linked as they
 * are. For scanners, which read no Pulumi program, and for people who know Terraform: Berth makes
 * these resources with Pulumi alone.
 */
public final class TerraformRenderer {

  private static final List<String> HEADER =
      List.of(
          "Every Google Cloud resource of environment %s, one to one, for scanners and readers.",
          "Berth makes them with Pulumi: no version of Terraform applies this file.");

  /** No version is older than this one. */
  private static final String NO_VERSION = "< 0.0.1";

  /** What only Google knows, such as the project's number. */
  private static final String UNKNOWN = "known-after-up";

  /** {@code terraform/<environment>.tf}. */
  public static String path(Plan plan) {
    return "terraform/" + plan.environment().name() + ".tf";
  }

  /** The file, in the plan's order. The same plan gives the same bytes. */
  public String render(Plan plan) {
    List<GoogleResource> resources = google(plan);
    Map<String, String> addresses = new HashMap<>();
    resources.forEach(each -> addresses.put(each.name(), address(each)));
    Set<String> platform = new TreeSet<>();
    HclPrinter out = new HclPrinter(ref -> reference(ref, addresses, platform));
    for (String line : HEADER) {
      out.comment(line.formatted(plan.environment().name()));
    }
    out.block("terraform", () -> out.attribute("required_version", NO_VERSION));
    resources.forEach(each -> resource(each, addresses, out));
    for (String output : platform) {
      out.blank();
      out.block("variable " + HclPrinter.quoted(output), () -> out.attribute("default", UNKNOWN));
    }
    return out.text();
  }

  /** Those Terraform has a name for: all but Kubernetes's and Helm's. */
  static List<GoogleResource> google(Plan plan) {
    Stream<PlannedResource> teams =
        plan.teams().stream().map(PlannedTeam::resources).flatMap(List::stream);
    Stream<PlannedResource> agents =
        plan.agents().stream().flatMap(agent -> agent.resources().stream());
    return Stream.of(plan.platform().stream(), teams, agents)
        .flatMap(each -> each)
        .filter(GoogleResource.class::isInstance)
        .map(GoogleResource.class::cast)
        .toList();
  }

  private static String address(GoogleResource resource) {
    return TerraformNames.type(resource.type()) + "." + TerraformNames.label(resource.name());
  }

  private static String reference(Ref ref, Map<String, String> addresses, Set<String> platform) {
    String output = path(ref.output());
    if (ref.resource().equals(Ref.PLATFORM)) {
      platform.add(output);
      return "var." + output;
    }
    return Objects.requireNonNull(addresses.get(ref.resource()), ref::toString) + "." + output;
  }

  private static String path(String output) {
    return Arrays.stream(output.split("\\.", -1))
        .map(TerraformNames::snake)
        .collect(Collectors.joining("."));
  }

  private static void resource(
      GoogleResource resource, Map<String, String> addresses, HclPrinter out) {
    out.blank();
    out.comment(resource.name() + ", " + resource.because());
    String type = HclPrinter.quoted(TerraformNames.type(resource.type()));
    String label = HclPrinter.quoted(TerraformNames.label(resource.name()));
    out.block(
        "resource " + type + " " + label,
        () -> {
          resource.inputs().forEach((name, value) -> property(name, value, out));
          List<String> after = resource.after().stream().map(addresses::get).toList();
          if (!after.isEmpty()) {
            out.raw("depends_on", after.toString());
          }
          lifecycle(resource, out);
        });
  }

  private static void lifecycle(GoogleResource resource, HclPrinter out) {
    List<String> ignored = resource.ignored().stream().map(TerraformNames::snake).toList();
    if (!resource.guarded() && ignored.isEmpty()) {
      return;
    }
    out.block(
        "lifecycle",
        () -> {
          if (resource.guarded()) {
            out.attribute("prevent_destroy", true);
          }
          if (!ignored.isEmpty()) {
            out.raw("ignore_changes", ignored.toString());
          }
        });
  }

  private static void property(String name, Object value, HclPrinter out) {
    if (value instanceof Map<?, ?> object && !TerraformNames.isMap(name)) {
      out.block(TerraformNames.snake(name), () -> properties(object, out));
    } else if (value instanceof List<?> list && objects(name, list)) {
      for (Object each : list) {
        out.block(TerraformNames.block(name), () -> properties((Map<?, ?>) each, out));
      }
    } else {
      out.attribute(TerraformNames.snake(name), value);
    }
  }

  private static boolean objects(String name, List<?> list) {
    return TerraformNames.rows("block").containsKey(name)
        || list.stream().anyMatch(Map.class::isInstance);
  }

  private static void properties(Map<?, ?> object, HclPrinter out) {
    object.forEach((name, value) -> property((String) name, value, out));
  }
}
