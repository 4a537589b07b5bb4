package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.AgentKeys;
import dev.berth.declare.DeclarationReader;
import dev.berth.declare.FleetKeys;
import dev.berth.declare.FolderCheck;
import dev.berth.declare.Keys;
import dev.berth.declare.PathSecrets;
import dev.berth.declare.SoulReader;
import dev.berth.declare.TeamKeys;
import dev.berth.declare.WaiverKeys;
import dev.berth.declare.WaiversDeclaration;
import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.FileDiagnostic;
import dev.berth.model.AgentId;
import dev.berth.model.Fleet;
import dev.berth.model.Name;
import dev.berth.model.Origin;
import dev.berth.model.Soul;
import dev.berth.source.Lines;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import dev.berth.source.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads everything a user wrote into a fleet, or into all that is wrong with it, in order. */
public final class FleetReader {

  private static final String YAML = ".yaml";
  private static final String MARKDOWN = ".md";
  private static final String FLEET_EXAMPLE = "`openclaw:`, `image:` and `environments:`";
  private static final String TEAM_EXAMPLE =
      "`owner: support@example.com` and `quota: { cpu: 8, memory: 16Gi, agents: 6 }`";

  /** A file and what came of reading it alone. */
  private record Read<T>(SourceFile file, Checked<T> checked) {}

  private final DeclarationReader reader = new DeclarationReader();
  private final KnownRules rules;

  /**
   * @param rules those that waivers may name
   */
  public FleetReader(KnownRules rules) {
    this.rules = rules;
  }

  /**
   * A fleet, or everything that is wrong, sorted.
   *
   * @param today the day grants and waivers are judged on, in UTC
   */
  public Checked<Fleet> read(Sources found, LocalDate today) {
    List<Diagnostic> wrong = new ArrayList<>(PathSecrets.in(found));
    Sources sources = PathSecrets.without(found);
    wrong.addAll(new FolderCheck().check(sources).diagnostics());
    DeclaredFleet declared =
        new DeclaredFleet(
            declaration(sources, Sources.FLEET, FLEET_EXAMPLE, FleetKeys.SHAPE, wrong),
            teams(sources, wrong),
            souls(sources, wrong),
            sources
                .file(Sources.WAIVERS)
                .flatMap(file -> declaration(file, WaiverKeys.SHAPE, wrong))
                .orElse(WaiversDeclaration.NONE));
    WaiverCheck waivers = new WaiverCheck(rules, agents(sources), today, wrong);
    Optional<Fleet> fleet = new FleetCheck(declared, today, waivers, wrong).fleet();
    List<Diagnostic> sorted = wrong.stream().distinct().sorted(Diagnostic.ORDER).toList();
    return Checked.of(sorted, fleet::orElseThrow);
  }

  /** Every agent there is a file of, whatever is wrong with it. */
  private static SortedSet<AgentId> agents(Sources sources) {
    return sources
        .under(Sources.AGENTS)
        .map(SourceFile::path)
        .filter(path -> path.endsWith(YAML) && !path.endsWith("/" + Sources.TEAM))
        .map(path -> path.substring(Sources.AGENTS.length(), path.length() - YAML.length()))
        .flatMap(path -> AgentId.parse(path).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private <T> Optional<T> declaration(
      Sources sources, String path, String example, Keys<T> kind, List<Diagnostic> wrong) {
    Optional<SourceFile> file = sources.file(path);
    if (file.isEmpty() && sources.refused().stream().noneMatch(each -> each.path().equals(path))) {
      wrong.add(new FileDiagnostic.MissingFile(SourcePoint.startOf(path), example));
    }
    return file.flatMap(found -> declaration(found, kind, wrong));
  }

  private <T> Optional<T> declaration(SourceFile file, Keys<T> kind, List<Diagnostic> wrong) {
    Checked<T> read = reader.read(file, kind);
    wrong.addAll(read.diagnostics());
    return read instanceof Checked.Good<T> good ? Optional.of(good.value()) : Optional.empty();
  }

  private List<DeclaredTeam> teams(Sources sources, List<Diagnostic> wrong) {
    SortedMap<String, List<SourceFile>> folders = new TreeMap<>();
    sources
        .under(Sources.AGENTS)
        .filter(file -> file.path().endsWith(YAML) && file.path().split("/", -1).length == 3)
        .forEach(
            file ->
                folders
                    .computeIfAbsent(file.path().split("/", -1)[1], folder -> new ArrayList<>())
                    .add(file));
    NameCheck names = new NameCheck("a team", NameCheck.TEAMS);
    List<DeclaredTeam> teams = new ArrayList<>();
    folders.forEach(
        (folder, files) -> {
          String path = Sources.AGENTS + folder + "/" + Sources.TEAM;
          SourcePoint at = SourcePoint.startOf(files.get(0).path());
          names
              .name(folder, at, wrong)
              .ifPresent(name -> teams.add(team(name, path, files, sources, wrong)));
        });
    return teams;
  }

  private DeclaredTeam team(
      Name name, String path, List<SourceFile> files, Sources sources, List<Diagnostic> wrong) {
    NameCheck names = new NameCheck("an agent", NameCheck.AGENTS);
    List<DeclaredTeam.DeclaredAgent> agents = new ArrayList<>();
    List<SourceFile> others = files.stream().filter(each -> !each.path().equals(path)).toList();
    for (Read<AgentDeclaration> each : all(others, file -> reader.read(file, AgentKeys.SHAPE))) {
      String file = each.file().path();
      Optional<Name> agent =
          names.name(NameCheck.stem(each.file(), YAML), SourcePoint.startOf(file), wrong);
      wrong.addAll(each.checked().diagnostics());
      if (agent.isPresent() && each.checked() instanceof Checked.Good<AgentDeclaration> read) {
        agents.add(
            new DeclaredTeam.DeclaredAgent(agent.get(), file, start(each.file()), read.value()));
      }
    }
    agents.sort(Comparator.comparing(DeclaredTeam.DeclaredAgent::name));
    return new DeclaredTeam(
        name,
        path,
        declaration(sources, path, TEAM_EXAMPLE, TeamKeys.SHAPE, wrong),
        List.copyOf(agents),
        others.size());
  }

  /** Its first line that is no comment: what asks for an agent is that its file is there. */
  private static Origin start(SourceFile file) {
    Lines lines = Lines.of(file);
    int first = 1;
    while (first < lines.count() && lines.line(first).matches("\\s*(#.*)?")) {
      first++;
    }
    return new Origin(file.path(), first < lines.count() ? first : 1);
  }

  /** Several at once, in the order of the files. */
  private static <T> List<Read<T>> all(
      List<SourceFile> files, Function<SourceFile, Checked<T>> reader) {
    return files.parallelStream().map(file -> new Read<>(file, reader.apply(file))).toList();
  }

  private static SortedMap<Name, Soul> souls(Sources sources, List<Diagnostic> wrong) {
    NameCheck names = new NameCheck("a soul", NameCheck.SOULS);
    SoulReader reader = new SoulReader();
    SortedMap<Name, Soul> souls = new TreeMap<>();
    List<SourceFile> files =
        sources
            .under(Sources.SOULS)
            .filter(
                file -> file.path().endsWith(MARKDOWN) && file.path().split("/", -1).length == 2)
            .toList();
    for (Read<byte[]> each : all(files, reader::read)) {
      SourceFile file = each.file();
      wrong.addAll(each.checked().diagnostics());
      // Kept even when something is wrong with it, or every agent of it would lack a soul.
      names
          .name(NameCheck.stem(file, MARKDOWN), SourcePoint.startOf(file.path()), wrong)
          .ifPresent(name -> souls.put(name, new Soul(name, file.bytes())));
    }
    return souls;
  }
}
