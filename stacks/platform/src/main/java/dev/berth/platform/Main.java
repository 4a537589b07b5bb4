package dev.berth.platform;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.berth.Generator;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedResource;
import dev.berth.resources.Checkout;
import java.util.HashSet;
import java.util.Set;

/** The platform under {@code pulumi up}; the stack is named for the environment. */
public final class Main {

  private Main() {}

  public static void main(String... args) {
    Pulumi.run(Main::declare);
  }

  private static void declare(Context context) {
    Checkout checkout = Checkout.of(context.config("berth"));
    Generator generator = checkout.generator();
    Plan plan = checkout.plan(generator, context.stackName());
    Set<PlannedResource> platform = new HashSet<>(plan.platform());
    new PlatformProgram(
            plan.environment(),
            generator.render(plan).filter(each -> platform.contains(each.planned())).toList())
        .accept(context);
  }
}
