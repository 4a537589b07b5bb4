package dev.berth.platform;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.berth.Generator;
import dev.berth.plan.Plan;
import dev.berth.resources.Checkout;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The platform under {@code pulumi up}; the stack is named for the environment. */
public final class Main {

  private Main() {}

  public static void main(String... args) {
    Pulumi.run(Main::declare);
  }

  private static void declare(Context context) {
    Checkout checkout = Checkout.of(context.config("berth"));
    Generator generator = checkout.generator();
    Plan plan = checkout.plan(generator, context.stackName(), LocalDate.now(ZoneOffset.UTC));
    new PlatformProgram(plan.environment(), generator.render(plan.platformAlone()).toList())
        .accept(context);
  }
}
