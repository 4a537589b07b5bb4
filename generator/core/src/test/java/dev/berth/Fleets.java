package dev.berth;

import dev.berth.check.FleetReader;
import dev.berth.check.KnownRules;
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
import dev.berth.model.HostName;
import dev.berth.model.IamGrant;
import dev.berth.model.Image;
import dev.berth.model.Limits;
import dev.berth.model.Member;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.model.RoleCatalogue;
import dev.berth.model.SecretName;
import dev.berth.model.Soul;
import dev.berth.model.Team;
import dev.berth.model.Waiver;
import dev.berth.rules.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Legal fleets to try laws on. */
public final class Fleets {

  private static final Origin SOMEWHERE = new Origin("fleet.yaml", 1);
  private static final List<String> FOLDERS = List.of("faq", "papers", "products", "runbooks");

  private Fleets() {}

  /** One that knows every rule. */
  public static FleetReader reader() {
    RulePack rules = RulePack.builtIn();
    return new FleetReader(new KnownRules(rules.waivable(), rules.binding()));
  }

  /** One to four teams of up to five agents in an environment with pools of every kind. */
  public static Arbitrary<Fleet> any() {
    Arbitrary<List<Team>> teams =
        names(1, 4)
            .flatMap(
                names ->
                    Combinators.combine(names.stream().map(Fleets::team).toList())
                        .as(list -> list));
    return Combinators.combine(teams, everyAgent())
        .as((list, all) -> new Fleet(List.of(environment()), list, all, List.of()));
  }

  private static Arbitrary<EveryAgent> everyAgent() {
    return Combinators.combine(folders(), grants()).as(EveryAgent::new);
  }

  /** The one environment of {@link #any}. */
  public static Environment environment() {
    return Environments.gke();
  }

  /** The same fleet, where every agent may break {@code rule}. */
  public static Fleet waiving(Fleet fleet, String rule) {
    return new Fleet(
        fleet.environments(),
        fleet.teams(),
        fleet.everyAgent(),
        fleet.agents().stream()
            .map(
                agent ->
                    new Waiver(
                        rule,
                        agent.id(),
                        "owner@example.com",
                        "because",
                        LocalDate.of(2027, 1, 31),
                        SOMEWHERE))
            .toList());
  }

  /** The same fleet without one agent. */
  public static Fleet without(Fleet fleet, AgentId gone) {
    return with(fleet, agents -> agents.stream().filter(each -> !each.id().equals(gone)).toList());
  }

  /** The same fleet, where nobody takes calls of the first that asks to make them. */
  public static Fleet takingFewerCalls(Fleet fleet) {
    return with(
        fleet,
        agents ->
            agents.stream()
                .map(each -> calling(each, each.calls(), rest(each.callers())))
                .toList());
  }

  /** The same fleet, where nobody calls the first that would take its calls. */
  public static Fleet makingFewerCalls(Fleet fleet) {
    return with(
        fleet,
        agents ->
            agents.stream()
                .map(each -> calling(each, rest(each.calls()), each.callers()))
                .toList());
  }

  private static <T> List<T> rest(List<T> all) {
    return all.stream().skip(1).toList();
  }

  private static Fleet with(Fleet fleet, UnaryOperator<List<Agent>> change) {
    return new Fleet(
        fleet.environments(),
        fleet.teams().stream()
            .map(
                team ->
                    new Team(
                        team.name(),
                        team.owner(),
                        team.quota(),
                        team.members(),
                        team.folders(),
                        team.everyAgent(),
                        team.shard(),
                        change.apply(team.agents()),
                        team.from()))
            .toList(),
        fleet.everyAgent(),
        fleet.waivers());
  }

  private static Arbitrary<List<Name>> names(int least, int most) {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("0123456789-")
        .ofMinLength(1)
        .ofMaxLength(Name.MOST_CHARACTERS)
        .map(Name::parse)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .set()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(set -> set.stream().sorted().toList());
  }

  private static Arbitrary<Team> team(Name name) {
    Arbitrary<List<Agent>> agents =
        names(0, 5)
            .flatMap(
                names ->
                    names.isEmpty()
                        ? Arbitraries.just(List.of())
                        : Combinators.combine(
                                names.stream()
                                    .map(agent -> agent(new AgentId(name, agent)))
                                    .toList())
                            .as(list -> list)
                            .flatMap(Fleets::calling));
    return Combinators.combine(
            agents,
            folders(),
            everyAgent(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2))
        .as(
            (list, folders, all, members, shard) ->
                new Team(
                    name,
                    "owner@example.com",
                    new Team.Quota(new Cpu(64_000), ByteSize.gibibytes(64), 10, SOMEWHERE),
                    members ? members() : List.of(),
                    folders,
                    all,
                    shard,
                    list,
                    SOMEWHERE));
  }

  /** The same agents, some of whom call some: both say so. */
  private static Arbitrary<List<Agent>> calling(List<Agent> agents) {
    return Arbitraries.of(true, false)
        .list()
        .ofSize(agents.size() * agents.size())
        .map(
            wanted ->
                IntStream.range(0, agents.size())
                    .mapToObj(
                        one ->
                            calling(
                                agents.get(one),
                                named(
                                    agents, one, other -> wanted.get(one * agents.size() + other)),
                                named(
                                    agents, one, other -> wanted.get(other * agents.size() + one))))
                    .toList());
  }

  private static List<Declared<Name>> named(List<Agent> agents, int one, IntPredicate wanted) {
    return IntStream.range(0, agents.size())
        .filter(other -> other != one)
        .filter(wanted)
        .mapToObj(other -> new Declared<>(agents.get(other).id().agent(), SOMEWHERE))
        .toList();
  }

  private static List<Declared<Member>> members() {
    return List.of(
        new Declared<>(new Member(true, "group@example.com"), SOMEWHERE),
        new Declared<>(new Member(false, "avery@example.com"), SOMEWHERE));
  }

  private static Arbitrary<SortedMap<Name, Declared<Access>>> folders() {
    return Arbitraries.maps(
            Arbitraries.of(FOLDERS).map(Name::new),
            Arbitraries.of(Access.class).map(access -> new Declared<>(access, SOMEWHERE)))
        .ofMaxSize(4)
        .map(TreeMap::new);
  }

  private static Arbitrary<Agent> agent(AgentId id) {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(60),
            Arbitraries.of(
                "anthropic/claude-sonnet-4-5", "openai/gpt-5.4", "google/gemini-2.5-pro"),
            Arbitraries.of(ChannelKind.class).set(),
            Arbitraries.of(Access.class).optional(),
            folders(),
            Arbitraries.of(
                    "api.example.com",
                    "*.example.com",
                    "status.example.com",
                    "maps.googleapis.com",
                    "knowledge.storage.googleapis.com")
                .set(),
            grants(),
            Arbitraries.of("agents", "spot", "sandbox", "gpu", "apart").optional())
        .as(
            (soul, model, channels, own, folders, egress, iam, pool) ->
                new Agent(
                    id,
                    new Declared<>(
                        new Soul(id.agent(), soul.getBytes(StandardCharsets.UTF_8)), SOMEWHERE),
                    new Declared<>(ModelId.parse(model).orElseThrow(), SOMEWHERE),
                    secret("model-key"),
                    channels.stream().sorted().map(kind -> channel(id, kind)).toList(),
                    own.map(access -> new Declared<>(access, SOMEWHERE)),
                    folders,
                    new Limits(
                        new Declared<>(new Cpu(1000), SOMEWHERE),
                        new Declared<>(ByteSize.gibibytes(2), SOMEWHERE),
                        new Declared<>(ByteSize.gibibytes(10), SOMEWHERE)),
                    Optional.empty(),
                    egress.stream()
                        .sorted()
                        .map(host -> new Declared<>(HostName.parse(host).orElseThrow(), SOMEWHERE))
                        .toList(),
                    iam,
                    List.of(),
                    List.of(),
                    new Declared<>(OpenClawVersion.parse("2026.9.6").orElseThrow(), SOMEWHERE),
                    new Declared<>(image(), SOMEWHERE),
                    own.map(access -> new Declared<>(knowledgeImage(), SOMEWHERE)),
                    pool.map(name -> new Declared<>(new Name(name), SOMEWHERE)),
                    new Origin("agents/" + id + ".yaml", 1)));
  }

  private static Agent calling(
      Agent agent, List<Declared<Name>> calls, List<Declared<Name>> callers) {
    return new Agent(
        agent.id(),
        agent.soul(),
        agent.model(),
        agent.apiKey(),
        agent.channels(),
        agent.own(),
        agent.folders(),
        agent.limits(),
        agent.requests(),
        agent.egress(),
        agent.iam(),
        calls,
        callers,
        agent.openclaw(),
        agent.image(),
        agent.knowledgeImage(),
        agent.pool(),
        agent.from());
  }

  private static Arbitrary<List<Declared<IamGrant>>> grants() {
    return Arbitraries.of(CloudResource.Kind.class)
        .set()
        .flatMap(
            kinds ->
                kinds.isEmpty()
                    ? Arbitraries.just(List.of())
                    : Combinators.combine(kinds.stream().sorted().map(Fleets::grant).toList())
                        .as(list -> list));
  }

  private static Arbitrary<Declared<IamGrant>> grant(CloudResource.Kind kind) {
    // What knowledge grants anyway is refused before there is a fleet.
    List<String> roles =
        kind == CloudResource.Kind.FOLDER
            ? List.of("roles/storage.objectCreator")
            : RoleCatalogue.builtIn().on(kind).stream().map(RoleCatalogue.Role::name).toList();
    return Combinators.combine(
            Arbitraries.of(roles),
            Arbitraries.of(LocalDate.of(2027, 3, 31), LocalDate.of(2028, 2, 29)).optional())
        .as(
            (role, until) ->
                new Declared<>(
                    new IamGrant(role, new CloudResource(kind, "thing"), "because", until),
                    SOMEWHERE));
  }

  private static Channel channel(AgentId id, ChannelKind kind) {
    SortedMap<String, Declared<SecretName>> secrets = new TreeMap<>();
    kind.secretKeys().forEach(key -> secrets.put(key, secret(id.agent() + "-" + kind)));
    return new Channel(kind, secrets, SOMEWHERE);
  }

  private static Declared<SecretName> secret(String name) {
    return new Declared<>(SecretName.parse(name).orElseThrow(), SOMEWHERE);
  }

  private static Image knowledgeImage() {
    return Image.parse("ghcr.io/acme/berth-knowledge:1.0.0@sha256:" + "2".repeat(64)).orElseThrow();
  }

  private static Image image() {
    return Image.parse("ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:" + "1".repeat(64))
        .orElseThrow();
  }
}
