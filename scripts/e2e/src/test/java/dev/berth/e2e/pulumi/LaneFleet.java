package dev.berth.e2e.pulumi;

import dev.berth.Fleets;
import dev.berth.deploy.pulumi.StackProgram;
import dev.berth.fleet.FleetProgram;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.ByteSize;
import dev.berth.model.Channel;
import dev.berth.model.ChannelKind;
import dev.berth.model.CloudResource;
import dev.berth.model.Cpu;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.EveryAgent;
import dev.berth.model.Fleet;
import dev.berth.model.HostCatalogue;
import dev.berth.model.IamGrant;
import dev.berth.model.Image;
import dev.berth.model.Limits;
import dev.berth.model.Member;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.model.Soul;
import dev.berth.model.Team;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedAgent;
import dev.berth.plan.PlannedResource;
import dev.berth.plan.Planner;
import dev.berth.platform.PlatformProgram;
import dev.berth.render.Rendered;
import dev.berth.render.Renderer;
import dev.berth.render.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fleet to bring up: the same one in every run. */
final class LaneFleet {

  private static final Environment DEV = Fleets.environment();

  private static final Origin FROM = new Origin("fleet.yaml", 1);

  private final Plan plan;
  private final List<Rendered> rendered;

  LaneFleet() throws IOException {
    Fleet fleet =
        new Fleet(
            List.of(DEV),
            List.of(team("research", "research"), team("support", "customer", "newcomer")),
            EveryAgent.NOTHING,
            List.of());
    plan = new Planner(HostCatalogue.builtIn()).plan(fleet, DEV);
    rendered = new Renderer(Templates.in(Path.of("../../templates"))).render(plan).toList();
  }

  private static Team team(String name, String... agents) {
    return new Team(
        new Name(name),
        "owner@example.com",
        new Team.Quota(new Cpu(8_000), ByteSize.gibibytes(16), 6, FROM),
        List.of(new Declared<>(new Member(true, "group@example.com"), FROM)),
        new TreeMap<>(Map.of(new Name("faq"), new Declared<>(Access.READ_WRITE, FROM))),
        EveryAgent.NOTHING,
        0,
        Stream.of(agents).map(agent -> agent(name, agent)).toList(),
        FROM);
  }

  private static Agent agent(String team, String name) {
    AgentId id = new AgentId(new Name(team), new Name(name));
    return new Agent(
        id,
        new Declared<>(new Soul(id.agent(), name.getBytes(StandardCharsets.UTF_8)), FROM),
        new Declared<>(ModelId.parse("anthropic/claude-sonnet-4-5").orElseThrow(), FROM),
        secret("anthropic-api-key"),
        List.of(
            new Channel(
                ChannelKind.DISCORD,
                new TreeMap<>(Map.of("token", secret(name + "-discord"))),
                FROM)),
        Optional.of(new Declared<>(Access.READ_WRITE, FROM)),
        new TreeMap<>(Map.of(new Name("faq"), new Declared<>(Access.READ_ONLY, FROM))),
        new Limits(
            new Declared<>(new Cpu(1000), FROM),
            new Declared<>(ByteSize.gibibytes(2), FROM),
            new Declared<>(ByteSize.gibibytes(10), FROM)),
        Optional.empty(),
        List.of(),
        List.of(
            new Declared<>(
                new IamGrant(
                    "roles/pubsub.publisher",
                    CloudResource.parse("topic/escalations").orElseThrow(),
                    "hands tickets to people",
                    Optional.empty()),
                FROM)),
        List.of(),
        List.of(),
        new Declared<>(OpenClawVersion.parse("2026.9.6").orElseThrow(), FROM),
        new Declared<>(
            Image.parse("ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:" + "1".repeat(64))
                .orElseThrow(),
            FROM),
        Optional.of(
            new Declared<>(
                Image.parse("ghcr.io/acme/berth-knowledge:1.0.0@sha256:" + "2".repeat(64))
                    .orElseThrow(),
                FROM)),
        Optional.empty(),
        FROM);
  }

  private static Declared<SecretName> secret(String name) {
    return new Declared<>(SecretName.parse(name).orElseThrow(), FROM);
  }

  /** The agent that comes and goes. */
  PlannedAgent newcomer() {
    List<PlannedAgent> agents = plan.agents();
    return agents.get(agents.size() - 1);
  }

  StackProgram platform(Lane lane) {
    return new StackProgram(
        PlatformProgram.PROJECT,
        "dev",
        lane.project("platform"),
        new PlatformProgram(DEV, of(Set.copyOf(plan.platform()))),
        plan.platform().size());
  }

  /** Every team in one stack. */
  StackProgram fleet(Lane lane, boolean withNewcomer) {
    Set<PlannedResource> resources = new HashSet<>();
    plan.teams().forEach(team -> resources.addAll(team.resources()));
    plan.agents().forEach(agent -> resources.addAll(agent.resources()));
    if (!withNewcomer) {
      newcomer().resources().forEach(resources::remove);
    }
    return new StackProgram(
        FleetProgram.PROJECT,
        "dev-00",
        lane.project("fleet"),
        new FleetProgram(DEV, of(resources)),
        resources.size());
  }

  private List<Rendered> of(Set<PlannedResource> resources) {
    return rendered.stream().filter(each -> resources.contains(each.planned())).toList();
  }
}
