package dev.berth.render;

import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.ByteSize;
import dev.berth.model.Cpu;
import dev.berth.model.Declared;
import dev.berth.model.Density;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.Image;
import dev.berth.model.Limits;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.model.Pool;
import dev.berth.model.SecretName;
import dev.berth.model.SecretStore;
import dev.berth.model.Soul;
import dev.berth.model.Target;
import dev.berth.model.Team;
import dev.berth.plan.ApiService;
import dev.berth.plan.ManagedFolder;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.PlannedTeam;
import dev.berth.plan.SharedFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A plan of one team, {@code support}, with the agents it is asked for. */
final class SamplePlans {

  private SamplePlans() {}

  static Plan of(String... agents) {
    List<PlannedAgent> planned = Arrays.stream(agents).map(SamplePlans::agent).toList();
    Team team =
        new Team(
            new Name("support"),
            "support-platform@example.com",
            new Team.Quota(new Cpu(8000), ByteSize.gibibytes(16), 6, Origin.BUILT_IN),
            List.of(),
            new TreeMap<>(),
            EveryAgent.NOTHING,
            0,
            planned.stream().map(PlannedAgent::agent).toList(),
            Origin.BUILT_IN);
    return new Plan(
        new Environment(
            new Name("dev"),
            Target.GKE,
            Density.BALANCED,
            Optional.empty(),
            Environment.Network.GKE,
            SecretStore.SECRET_MANAGER,
            Optional.empty(),
            Origin.BUILT_IN),
        List.of(
            new ApiService("acme-agents-dev", "container.googleapis.com", Origin.BUILT_IN),
            new SharedFolder(new Name("faq"), "acme-agents", Origin.BUILT_IN)),
        List.of(new PlannedTeam(team, List.copyOf(Samples.team("support")), List.of(), planned)));
  }

  private static PlannedAgent agent(String name) {
    AgentId id = new AgentId(new Name("support"), new Name(name));
    List<PlannedResource> resources = new ArrayList<>(Samples.agent(id));
    resources.add(new ManagedFolder(id, "acme-agents", Origin.BUILT_IN));
    resources.add(Samples.release(id));
    return new PlannedAgent(
        declared(id),
        Optional.of(pool()),
        resources,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Agent declared(AgentId id) {
    return new Agent(
        id,
        Declared.builtIn(new Soul(id.agent(), new byte[0])),
        Declared.builtIn(new ModelId("anthropic", "some-model-1")),
        Declared.builtIn(new SecretName("anthropic-api-key")),
        List.of(),
        Optional.empty(),
        new TreeMap<>(),
        new Limits(
            Declared.builtIn(new Cpu(1000)),
            Declared.builtIn(ByteSize.gibibytes(2)),
            Declared.builtIn(ByteSize.gibibytes(10))),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Declared.builtIn(new OpenClawVersion("2026.9.6")),
        Declared.builtIn(new Image("ghcr.io/openclaw/openclaw", "2026.9.6-slim", "1".repeat(64))),
        Optional.empty(),
        Optional.empty(),
        Origin.BUILT_IN);
  }

  private static Pool pool() {
    return new Pool(
        new Name("agents"),
        Declared.builtIn("e2-medium"),
        new Pool.Nodes(1, 10),
        ByteSize.gibibytes(30),
        false,
        false,
        Optional.empty(),
        new TreeMap<>(),
        List.of(),
        Origin.BUILT_IN);
  }
}
