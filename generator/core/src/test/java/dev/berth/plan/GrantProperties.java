package dev.berth.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.berth.Fleets;
import dev.berth.model.Access;
import dev.berth.model.Agent;
import dev.berth.model.AgentId;
import dev.berth.model.CloudResource;
import dev.berth.model.Fleet;
import dev.berth.model.FolderOwners;
import dev.berth.model.HostCatalogue;
import dev.berth.model.PrincipalCount;
import dev.berth.model.RoleCatalogue;
import dev.berth.model.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is granted what, over every legal fleet. */
class GrantProperties {

  private static final String POOL =
      "//iam.googleapis.com/projects/"
          + Ref.PROJECT_NUMBER
          + "/locations/global/workloadIdentityPools/acme-agents-dev.svc.id.goog";

  /** By type, the input that names the one thing a grant is on. */
  private static final Map<String, String> ONE_RESOURCE =
      Map.of(
          "gcp:pubsub/topicIAMMember:TopicIAMMember", "topic",
          "gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember", "subscription",
          "gcp:secretmanager/secretIamMember:SecretIamMember", "secretId",
          "gcp:bigquery/datasetIamMember:DatasetIamMember", "datasetId",
          "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember", "repository",
          "gcp:storage/managedFolderIamMember:ManagedFolderIamMember", "managedFolder");

  /** Of every agent's own folder, by the name of what makes it. */
  private final Map<String, String> paths = new HashMap<>();

  private final Planner planner = new Planner(HostCatalogue.builtIn());

  @Provide
  Arbitrary<Fleet> fleets() {
    return Fleets.any();
  }

  private Plan plan(Fleet fleet) {
    Plan plan = planner.plan(fleet, Fleets.environment());
    plan.agents().stream()
        .flatMap(agent -> agent.resources().stream())
        .filter(ManagedFolder.class::isInstance)
        .map(ManagedFolder.class::cast)
        .forEach(folder -> paths.put(folder.name(), (String) folder.inputs().get("name")));
    return plan;
  }

  @Property(tries = 100)
  void everyGrantIsToTheAgentAloneOrToItsNamespace(@ForAll("fleets") Fleet fleet) {
    for (PlannedTeam team : plan(fleet).teams()) {
      String all = "principalSet:" + POOL + "/namespace/" + team.team().name();
      grants(team.resources()).forEach(grant -> assertEquals(all, member(grant), grant.name()));
      for (PlannedAgent agent : team.agents()) {
        String one =
            "principal:" + POOL + "/subject/ns/" + team.team().name() + "/sa/" + agent.id().agent();
        grants(agent.resources()).forEach(grant -> assertEquals(one, member(grant), grant.name()));
      }
    }
  }

  @Property(tries = 100)
  void everyGrantIsOnOneNamedResource(@ForAll("fleets") Fleet fleet) {
    Plan plan = plan(fleet);
    SortedMap<String, String> owners = new TreeMap<>();
    plan.agents().forEach(agent -> owners.put("agents/" + agent.id(), agent.id().toString()));
    for (PlannedTeam team : plan.teams()) {
      grants(team.resources()).forEach(grant -> narrow(grant, "", owners));
      for (PlannedAgent agent : team.agents()) {
        grants(agent.resources()).forEach(grant -> narrow(grant, agent.id().toString(), owners));
      }
    }
  }

  private void narrow(GoogleResource grant, String to, SortedMap<String, String> owners) {
    String resource = resource(grant);
    assertTrue(!resource.isEmpty() && !resource.contains("*"), grant::name);
    if (grant.type().endsWith("ManagedFolderIamMember")) {
      assertEquals("", new FolderOwners(owners).opened(resource, to).orElse(""), grant::name);
    } else {
      assertTrue(!resource.contains("/"), grant::name);
    }
  }

  @Property(tries = 100)
  void rolesAreOnTheList(@ForAll("fleets") Fleet fleet) {
    Set<String> allowed =
        Stream.of(CloudResource.Kind.values())
            .flatMap(
                kind ->
                    RoleCatalogue.builtIn().on(kind).stream().map(role -> kind + " " + role.name()))
            .collect(Collectors.toSet());
    everyGrant(plan(fleet))
        .forEach(
            grant -> assertTrue(allowed.contains(kind(grant) + " " + role(grant)), grant::name));
  }

  @Property(tries = 100)
  void noTwoAgentsShareAWritableOwnFolder(@ForAll("fleets") Fleet fleet) {
    Plan plan = plan(fleet);
    Map<String, Set<String>> writers = new TreeMap<>();
    everyGrant(plan)
        .filter(grant -> kind(grant).equals("folder"))
        .filter(grant -> !role(grant).equals("roles/storage.objectViewer"))
        .forEach(
            grant ->
                writers
                    .computeIfAbsent(resource(grant), folder -> new TreeSet<>())
                    .add(member(grant)));
    for (PlannedAgent agent : plan.agents()) {
      boolean writes =
          agent.agent().own().map(own -> own.value() == Access.READ_WRITE).orElse(false);
      assertEquals(
          writes ? 1 : 0, writers.getOrDefault("agents/" + agent.id() + "/", Set.of()).size());
    }
  }

  /** Two resources that are one binding: taking one away would end the other. */
  @Property(tries = 100)
  void noBindingIsMadeTwice(@ForAll("fleets") Fleet fleet) {
    Set<String> bindings = new HashSet<>();
    everyGrant(plan(fleet))
        .forEach(
            grant ->
                assertTrue(
                    bindings.add(
                        String.join(
                            " ",
                            kind(grant),
                            resource(grant),
                            role(grant),
                            member(grant),
                            "" + grant.inputs().get("condition"))),
                    grant::name));
  }

  /** The services that refuse a condition would refuse the whole grant. */
  @Property(tries = 100)
  void onlyWhereGoogleTakesAConditionIsThereOne(@ForAll("fleets") Fleet fleet) {
    everyGrant(plan(fleet))
        .filter(grant -> grant.inputs().containsKey("condition"))
        .forEach(grant -> assertTrue(Set.of("secret", "folder").contains(kind(grant))));
  }

  @Property(tries = 50)
  void addingAnAgentAddsItsOwnGrantsAndNothingElse(@ForAll("fleets") Fleet fleet) {
    for (Team team : fleet.teams()) {
      for (Agent added : team.agents()) {
        Plan with = plan(fleet);
        Set<GoogleResource> more = everyGrant(with).collect(Collectors.toSet());
        more.removeAll(
            everyGrant(plan(Fleets.without(fleet, added.id()))).collect(Collectors.toSet()));
        assertEquals(Set.copyOf(grants(agent(with, added.id()).resources())), more);
      }
    }
  }

  /**
   * What a team's agents have together is granted once, and every one of them is said to have it.
   */
  @Property(tries = 100)
  void everyAgentMayWhatEveryAgentMay(@ForAll("fleets") Fleet fleet) {
    for (PlannedTeam team : plan(fleet).teams()) {
      assertEquals(team.may().size(), grants(team.resources()).size());
      for (PlannedAgent agent : team.agents()) {
        for (Permission all : team.may()) {
          assertTrue(agent.may().stream().anyMatch(may -> atLeast(may, all)), all::toString);
        }
      }
    }
  }

  private static boolean atLeast(Permission may, Permission all) {
    if (may instanceof Permission.SharedKnowledge own
        && all instanceof Permission.SharedKnowledge shared) {
      return own.folder().equals(shared.folder()) && own.access().covers(shared.access());
    }
    return may instanceof Permission.Granted own
        && all instanceof Permission.Granted shared
        && own.grant().covers(shared.grant());
  }

  @Property(tries = 100)
  void thePrincipalsOfAPolicyAreThoseThePlanNames(@ForAll("fleets") Fleet fleet) {
    SortedMap<String, Integer> planned = new TreeMap<>();
    everyGrant(plan(fleet))
        .forEach(
            grant ->
                planned.merge(
                    kind(grant) + "/" + resource(grant).replaceFirst("/$", ""), 1, Integer::sum));
    SortedMap<String, Integer> counted = new TreeMap<>();
    PrincipalCount.of(fleet).forEach(each -> counted.put(each.resource(), each.principals()));
    assertEquals(planned, counted);
  }

  private static PlannedAgent agent(Plan plan, AgentId id) {
    return plan.agents().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<GoogleResource> everyGrant(Plan plan) {
    List<PlannedResource> all = new ArrayList<>();
    for (PlannedTeam team : plan.teams()) {
      all.addAll(team.resources());
      team.agents().forEach(agent -> all.addAll(agent.resources()));
    }
    return grants(all).stream();
  }

  private static List<GoogleResource> grants(List<PlannedResource> among) {
    return among.stream()
        .filter(GoogleResource.class::isInstance)
        .map(GoogleResource.class::cast)
        .filter(google -> google.inputs().containsKey("member"))
        .toList();
  }

  private static String member(GoogleResource grant) {
    String member = grant.inputs().get("member").toString();
    return kind(grant).equals("dataset") ? member.replaceFirst("^iamMember:", "") : member;
  }

  private static String role(GoogleResource grant) {
    return (String) grant.inputs().get("role");
  }

  /** The name of the one thing it is on; a folder's path. */
  private String resource(GoogleResource grant) {
    String input = ONE_RESOURCE.getOrDefault(grant.type(), "");
    assertTrue(!input.isEmpty(), () -> grant.type() + " is on more than one resource");
    Object named = grant.inputs().get(input);
    return named instanceof Ref own ? paths.getOrDefault(own.resource(), "") : (String) named;
  }

  private static String kind(GoogleResource grant) {
    return switch (ONE_RESOURCE.getOrDefault(grant.type(), "")) {
      case "secretId" -> "secret";
      case "datasetId" -> "dataset";
      case "managedFolder" -> "folder";
      case "" -> grant.type();
      default -> ONE_RESOURCE.get(grant.type());
    };
  }
}
