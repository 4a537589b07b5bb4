package dev.berth.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has which role, by the members that are added to Google Cloud's policies. */
final class GoogleEdges {

  private static final Pattern AGENT =
      Pattern.compile("principal://iam\\.googleapis\\.com/.*/subject/ns/([^/]+)/sa/([^/]+)");
  private static final Pattern TEAM =
      Pattern.compile("principalSet://iam\\.googleapis\\.com/.*/namespace/([^/]+)");
  private static final Pattern UNTIL =
      Pattern.compile("request\\.time < timestamp\\(\"([0-9-]+)T00:00:00Z\"\\)");

  /** Property and word of what a role may be on, by type. */
  private static final Map<String, String[]> ON =
      Map.of(
          "gcp:storage/managedFolderIamMember:ManagedFolderIamMember",
              new String[] {"managedFolder", "folder"},
          "gcp:secretmanager/secretIamMember:SecretIamMember", new String[] {"secretId", "secret"},
          "gcp:pubsub/topicIAMMember:TopicIAMMember", new String[] {"topic", "topic"},
          "gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember",
              new String[] {"subscription", "subscription"},
          "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
              new String[] {"repository", "repository"},
          "gcp:bigquery/datasetIamMember:DatasetIamMember", new String[] {"datasetId", "dataset"},
          "gcp:projects/iAMMember:IAMMember", new String[] {"project", "project"});

  private final List<Made> made;
  private final List<Pod> agents;
  private final Set<String> nodes;

  GoogleEdges(List<Made> made, List<Pod> agents) {
    this.made = made;
    this.agents = agents;
    this.nodes =
        made.stream()
            .filter(each -> each.kind().equals("NodePool"))
            .map(pool -> Made.map(pool.inputs().get("nodeConfig")).get("serviceAccount").toString())
            .collect(Collectors.toSet());
  }

  Stream<Edge> all() {
    return made.stream().filter(GoogleEdges::grants).flatMap(this::edges);
  }

  private static boolean grants(Made each) {
    boolean known = ON.containsKey(each.type());
    if (!known && each.type().startsWith("gcp:") && each.type().matches("(?i).*iam.*")) {
      throw new IllegalArgumentException("a grant nobody reads yet: " + each.type());
    }
    return known;
  }

  private Stream<Edge> edges(Made grant) {
    String[] on = ON.get(grant.type());
    String name = grant.inputs().get(on[0]).toString();
    Stream<String> words = on[1].equals("folder") ? folders(name) : Stream.of(on[1] + "/" + name);
    String through = grant.inputs().get("role") + until(grant.inputs().get("condition"));
    List<String> members = members(grant.inputs().get("member").toString());
    return words.flatMap(
        word -> members.stream().map(who -> new Edge(Layer.IAM, who, word, through)));
  }

  /** A role on a folder is one on every folder below it. */
  private Stream<String> folders(String path) {
    return Stream.concat(
            Stream.of(path),
            made.stream()
                .filter(each -> each.kind().equals("ManagedFolder"))
                .map(each -> each.inputs().get("name").toString())
                .filter(below -> below.startsWith(path)))
        .distinct()
        .map(each -> "folder/" + each.replaceFirst("/$", ""));
  }

  /** Whoever runs as the member, in the access map's words. */
  private List<String> members(String member) {
    // Datasets spell a member so.
    String principal = member.replaceFirst("^iamMember:", "");
    Matcher agent = AGENT.matcher(principal);
    if (agent.matches()) {
      return agents.stream()
          .filter(pod -> pod.runsAs(agent.group(1), agent.group(2)))
          .map(Pod::word)
          .toList();
    }
    Matcher team = TEAM.matcher(principal);
    if (team.matches()) {
      return List.of("team:" + team.group(1));
    }
    String account = member.replaceFirst("^serviceAccount:", "");
    return List.of(nodes.contains(account) ? "part:nodes" : member);
  }

  /** A condition names the first moment a role no longer holds; the map, its last day. */
  private static String until(Object condition) {
    if (condition == null) {
      return "";
    }
    String expression = Made.map(condition).get("expression").toString();
    Matcher time = UNTIL.matcher(expression);
    return time.matches()
        ? " until " + LocalDate.parse(time.group(1)).minusDays(1)
        : " if " + expression;
  }
}
