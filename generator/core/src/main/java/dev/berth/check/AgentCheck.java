package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.FleetDeclaration;
import dev.berth.declare.TeamDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.AgentDiagnostic;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.KnowledgeDiagnostic;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.Channel;
import dev.berth.model.Declared;
import dev.berth.model.Environment;
import dev.berth.model.HostCatalogue;
import dev.berth.model.Image;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.Origin;
import dev.berth.model.SecretName;
import dev.berth.model.Soul;
import dev.berth.model.Target;
import dev.berth.source.SourcePoint;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks one team's agents against everything around them, and merges their layers. */
final class AgentCheck {

  private final DeclaredFleet declared;
  private final DeclaredTeam team;
  private final List<Diagnostic> wrong;
  private final KnowledgeCheck knowledge;
  private final ReachCheck reach;
  private final GrantCheck grants;
  private final FitCheck fit;
  private final List<Environment> environments;

  AgentCheck(
      DeclaredFleet declared,
      DeclaredTeam team,
      List<Environment> environments,
      GrantCheck grants,
      List<Diagnostic> wrong) {
    this.declared = declared;
    this.team = team;
    this.wrong = wrong;
    this.knowledge = new KnowledgeCheck(team, wrong);
    this.reach = new ReachCheck(wrong);
    this.grants = grants;
    this.fit = new FitCheck(environments, wrong);
    this.environments = environments;
  }

  /** The agent, as far as it can be made; what is wrong with it is added. */
  Optional<Agent> agent(DeclaredTeam.DeclaredAgent agent) {
    AgentDeclaration written = agent.declaration();
    Optional<Declared<Soul>> soul = soul(agent);
    reach.check(written);
    grants.check(
        written.iam(),
        written.knowledge().folders(),
        new AgentId(team.name(), agent.name()).toString());
    knowledge.check(written.knowledge().folders(), written.iam());
    if (team.declaration().isEmpty() || declared.fleet().isEmpty()) {
      return Optional.empty();
    }
    TeamDeclaration ofTeam = team.declaration().get();
    FleetDeclaration ofFleet = declared.fleet().get();
    Layers layers = new Layers(List.of(written.settings(), ofTeam.defaults(), ofFleet.settings()));
    Optional<Written<ModelId>> model = model(layers, agent);
    Written<OpenClawVersion> version = layers.first(each -> each.openclaw()).orElseThrow();
    Written<Image> image = layers.first(each -> each.image()).orElseThrow();
    holds(image, version, layers);
    Optional<Declared<Image>> knowledgeImage =
        own(written.knowledge()).isPresent()
            ? ofFleet.knowledgeImage().map(Written::declared)
            : Optional.empty();
    fit.check(layers, knowledgeImage.isPresent(), agent.file());
    if (soul.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Agent(
            new AgentId(team.name(), agent.name()),
            soul.get(),
            model.get().declared(),
            layers.apiKey(model.get().value().provider()),
            written.channels().stream().map(AgentCheck::channel).toList(),
            own(written.knowledge()),
            folders(written.knowledge()),
            layers.limits(),
            layers.declaredRequests(),
            written.egress().stream().map(Written::declared).toList(),
            GrantCheck.grants(written.iam()),
            written.calls().stream().map(Written::declared).toList(),
            written.callers().stream().map(Written::declared).toList(),
            version.declared(),
            image.declared(),
            knowledgeImage,
            layers.first(each -> each.pool()).map(Written::declared),
            agent.from()));
  }

  private Optional<Declared<Soul>> soul(DeclaredTeam.DeclaredAgent agent) {
    Optional<Written<Name>> written = agent.declaration().soul();
    Name name = written.map(Written::value).orElse(agent.name());
    Optional<Soul> soul = Optional.ofNullable(declared.souls().get(name));
    if (soul.isEmpty()) {
      Place place = Place.of(written, agent.file());
      List<String> souls = declared.souls().keySet().stream().map(Name::text).toList();
      wrong.add(new KnowledgeDiagnostic.NoSuchSoul(place.at(), place.width(), name.text(), souls));
    }
    Origin from = written.map(Written::origin).orElse(Origin.BUILT_IN);
    return soul.map(found -> new Declared<>(found, from));
  }

  private Optional<Written<ModelId>> model(Layers layers, DeclaredTeam.DeclaredAgent agent) {
    Optional<Written<ModelId>> model = layers.first(each -> each.model());
    HostCatalogue hosts = HostCatalogue.builtIn();
    if (model.isEmpty()) {
      String id = team.name() + "/" + agent.name();
      wrong.add(new AgentDiagnostic.NoModel(SourcePoint.startOf(agent.file()), id));
      return model;
    }
    Written<ModelId> written = model.get();
    if (written.value().equals(ModelId.ECHO)) {
      environments.stream()
          .filter(each -> each.target() != Target.LOCAL)
          .findFirst()
          .ifPresent(
              each ->
                  wrong.add(
                      new AgentDiagnostic.EchoOffLaptop(
                          written.at(),
                          written.width(),
                          each.name().text(),
                          each.target().toString())));
      return model;
    }
    String provider = written.value().provider();
    if (hosts.provider(provider).isEmpty()) {
      wrong.add(
          new AgentDiagnostic.UnknownProvider(
              written.at(), written.width(), provider, written.value().model(), hosts.providers()));
      return Optional.empty();
    }
    return model;
  }

  /** Said where the nearer of the two is written: that is the edit that parted them. */
  private void holds(Written<Image> image, Written<OpenClawVersion> version, Layers layers) {
    if (image.value().holds(version.value())) {
      return;
    }
    boolean versionIsNearer =
        layers
            .first(
                each ->
                    each.image().isPresent()
                        ? Optional.of(false)
                        : each.openclaw().map(written -> true))
            .orElse(false);
    Place place = versionIsNearer ? Place.of(version) : Place.of(image);
    wrong.add(
        new AgentDiagnostic.ImageOfOtherVersion(
            place.at(), place.width(), image.value().tag(), version.value().text()));
  }

  private static Channel channel(AgentDeclaration.Channel written) {
    SortedMap<String, Declared<SecretName>> secrets = new TreeMap<>();
    written.secrets().forEach((field, secret) -> secrets.put(field, secret.declared()));
    return new Channel(
        written.kind(), secrets, new Origin(written.at().file(), written.at().line()));
  }

  private static Optional<Declared<Access>> own(AgentDeclaration.Knowledge knowledge) {
    return knowledge.own().isEmpty()
        ? Optional.of(Declared.builtIn(Access.READ_WRITE))
        : knowledge
            .own()
            .flatMap(
                written ->
                    written
                        .value()
                        .access()
                        .map(access -> new Declared<>(access, written.origin())));
  }

  private static SortedMap<Name, Declared<Access>> folders(AgentDeclaration.Knowledge knowledge) {
    SortedMap<Name, Declared<Access>> folders = new TreeMap<>();
    knowledge
        .folders()
        .forEach(folder -> folders.put(folder.name().value(), folder.value().declared()));
    return folders;
  }
}
