package dev.berth.cli;

import dev.berth.Generator;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.fleet.FleetProgram;
import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import dev.berth.platform.PlatformProgram;
import dev.berth.render.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Pulumi stacks of a plan and the programs that say what they hold. */
final class FleetStacks {

  private FleetStacks() {}

  /** The platform's, then the fleet's by shard. */
  static List<StackProgram> of(Plan plan, Generator generator, Path home) {
    Environment environment = plan.environment();
    List<StackProgram> stacks = new ArrayList<>();
    List<Rendered> platform = generator.render(plan.platformAlone()).toList();
    stacks.add(
        new StackProgram(
            PlatformProgram.PROJECT,
            Plan.platformStack(environment.name()),
            home.resolve("stacks/platform"),
            new PlatformProgram(environment, platform),
            platform.size()));
    for (int shard : plan.shards().keySet()) {
      List<Rendered> fleet = generator.render(plan.shardAlone(shard)).toList();
      stacks.add(
          new StackProgram(
              FleetProgram.PROJECT,
              Plan.fleetStack(environment.name(), shard),
              home.resolve("stacks/fleet"),
              new FleetProgram(environment, fleet),
              fleet.size()));
    }
    return stacks;
  }
}
