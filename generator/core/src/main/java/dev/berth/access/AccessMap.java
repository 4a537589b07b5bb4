package dev.berth.access;

import dev.berth.model.HostName;
import dev.berth.plan.Plan;
import dev.berth.plan.PlannedTeam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who can do what in one environment, computed from what the plan means and not from the resources
 * it makes: that both say the same is a law of its own.
 */
public final class AccessMap {

  private final List<AccessRow> rows;
  private final SortedMap<Subject, List<AccessRow>> bySubject;
  private final SortedMap<String, List<AccessRow>> byResource;

  private AccessMap(
      List<AccessRow> rows, SortedSet<Subject> subjects, SortedSet<String> resources) {
    this.rows = rows;
    this.bySubject = index(rows, AccessRow::who, subjects);
    this.byResource = index(rows, AccessRow::on, resources);
  }

  public static AccessMap of(Plan plan) {
    List<AccessRow> rows =
        Stream.of(IamRows.of(plan), RbacRows.of(plan), NetworkRows.of(plan), SecretRows.of(plan))
            .flatMap(layer -> layer)
            .sorted()
            .toList();
    return new AccessMap(rows, subjects(plan), resources(plan));
  }

  private static <K extends Comparable<K>> SortedMap<K, List<AccessRow>> index(
      List<AccessRow> rows, Function<AccessRow, K> key, SortedSet<K> known) {
    Map<K, List<AccessRow>> index = new HashMap<>();
    known.forEach(each -> index.put(each, new ArrayList<>()));
    rows.forEach(row -> index.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
    // Sorted last: there are far fewer keys than rows.
    return new TreeMap<>(index);
  }

  /** Those who are there, whether they may do anything or not. */
  private static SortedSet<Subject> subjects(Plan plan) {
    SortedSet<Subject> subjects = new TreeSet<>();
    for (PlannedTeam team : plan.teams()) {
      subjects.add(Subject.everyAgent(team.team().name()));
      team.agents().forEach(agent -> subjects.add(Subject.agent(agent.id())));
    }
    return subjects;
  }

  /** What is there, whether anybody reaches it or not. */
  private static SortedSet<String> resources(Plan plan) {
    SortedSet<String> resources = new TreeSet<>(List.of(ResourceWord.DNS, ResourceWord.METADATA));
    for (PlannedTeam team : plan.teams()) {
      resources.add(ResourceWord.namespace(team.team().name()));
      team.team().folders().keySet().forEach(name -> resources.add(ResourceWord.folder(name)));
      team.agents()
          .forEach(
              agent -> {
                resources.add(ResourceWord.agent(agent.id()));
                resources.add(ResourceWord.own(agent.id()));
              });
    }
    return resources;
  }

  /** Every row, sorted by subject, layer and resource. */
  public List<AccessRow> rows() {
    return rows;
  }

  /** Everybody who is there, sorted. */
  public SortedSet<Subject> subjects() {
    return new TreeSet<>(bySubject.keySet());
  }

  /** The word of everything that is there, sorted. */
  public SortedSet<String> resources() {
    return new TreeSet<>(byResource.keySet());
  }

  /** What {@code who} may do; for an agent, with what every agent of its team may. */
  public List<AccessRow> can(Subject who) {
    List<AccessRow> own = bySubject.getOrDefault(who, List.of());
    if (who.kind() != Subject.Kind.AGENT) {
      return Collections.unmodifiableList(own);
    }
    String team = who.text().substring(0, who.text().indexOf('/'));
    return Stream.concat(
            own.stream(),
            bySubject
                .getOrDefault(new Subject(Subject.Kind.TEAM, "team:" + team), List.of())
                .stream())
        .toList();
  }

  /**
   * What anybody may do with {@code resource}; for a host, with the rules that let more through
   * than that one.
   */
  public List<AccessRow> whoCan(String resource) {
    return Stream.concat(Stream.of(resource), wider(resource))
        .distinct()
        .flatMap(word -> byResource.getOrDefault(word, List.of()).stream())
        .sorted()
        .toList();
  }

  /** {@code host/a.example.com} to {@code host/*.example.com}: a star stands for one label. */
  private static Stream<String> wider(String resource) {
    if (!resource.startsWith(ResourceWord.HOST)) {
      return Stream.empty();
    }
    Optional<HostName> host = HostName.parse(resource.substring(ResourceWord.HOST.length()));
    Stream<String> domain =
        host
            .filter(each -> !each.wildcard())
            .map(each -> each.text().replaceFirst("^[^.]+", "*"))
            .flatMap(HostName::parse)
            .map(ResourceWord::host)
            .stream();
    Stream<String> google =
        host.flatMap(HostName::googleApi).map(api -> ResourceWord.GOOGLE_APIS).stream();
    return Stream.of(domain, google, Stream.of(ResourceWord.ANY_HOST)).flatMap(each -> each);
  }
}
