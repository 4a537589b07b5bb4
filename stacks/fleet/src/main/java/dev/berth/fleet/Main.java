package dev.berth.fleet;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.berth.Generator;
import dev.berth.plan.Plan;
import dev.berth.resources.Checkout;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One shard of the fleet under {@code pulumi up}; its stack is named {@code dev-00}. */
public final class Main {

  private static final Pattern STACK = Pattern.compile("(.+)-(\\d\\d)");

  private Main() {}

  public static void main(String... args) {
    Pulumi.run(Main::declare);
  }

  private static void declare(Context context) {
    Matcher stack = STACK.matcher(context.stackName());
    if (!stack.matches()) {
      throw new IllegalArgumentException(
          "name the stack <environment>-<shard>, e.g. dev-00, not " + context.stackName());
    }
    Checkout checkout = Checkout.of(context.config("berth"));
    Generator generator = checkout.generator();
    Plan plan = checkout.plan(generator, stack.group(1), LocalDate.now(ZoneOffset.UTC));
    int shard = Integer.parseInt(stack.group(2));
    new FleetProgram(plan.environment(), generator.render(plan.shardAlone(shard)).toList())
        .accept(context);
  }
}
