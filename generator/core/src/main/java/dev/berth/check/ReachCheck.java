package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.AgentDiagnostic;
import dev.berth.diagnose.Diagnostic;
import dev.berth.model.CloudResource;
import dev.berth.model.Declared;
import dev.berth.model.HostName;
import dev.berth.model.IamGrant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether what an agent may reach beyond its pod is narrow enough. */
record ReachCheck(List<Diagnostic> wrong) {

  /** Ends of names that only mean something inside a cluster or a machine. */
  private static final List<String> INSIDE = List.of("internal", "localhost", "local", "svc");

  void check(AgentDeclaration agent) {
    Map<HostName, Integer> lines = new HashMap<>();
    for (Written<HostName> host : agent.egress()) {
      allowed(host);
      Optional.ofNullable(lines.putIfAbsent(host.value(), host.at().line()))
          .ifPresent(
              first ->
                  wrong.add(
                      new AgentDiagnostic.HostTwice(
                          host.at(), host.width(), host.value().text(), first)));
    }
    agent.iam().forEach(this::narrow);
    once(agent.iam());
  }

  /** Two grants of one role on one resource would be one resource made twice. */
  private void once(List<AgentDeclaration.Grant> grants) {
    Map<String, Integer> lines = new HashMap<>();
    for (AgentDeclaration.Grant grant : grants) {
      Written<String> role = grant.role();
      String on = grant.on().value().toString();
      Optional.ofNullable(lines.putIfAbsent(role.value() + " on " + on, role.at().line()))
          .ifPresent(
              first ->
                  wrong.add(
                      new AgentDiagnostic.GrantTwice(
                          role.at(), role.width(), role.value(), on, first)));
    }
  }

  private void allowed(Written<HostName> host) {
    String text = host.value().text();
    if (text.equals("*.googleapis.com")) {
      wrong.add(
          new AgentDiagnostic.HostNotAllowed(
              host.at(),
              host.width(),
              text,
              "it opens every Google API, and with it anybody's buckets",
              "name the one API, such as `pubsub.googleapis.com`"));
    } else if (text.equals("googleapis.com") || text.endsWith(".rep.googleapis.com")) {
      wrong.add(
          new AgentDiagnostic.HostNotAllowed(
              host.at(),
              host.width(),
              text,
              "it is at none of the addresses Google's APIs are reached at from the cluster",
              "name the API without a region, such as `storage.googleapis.com`"));
    } else if (INSIDE.contains(text.substring(text.lastIndexOf('.') + 1))) {
      wrong.add(
          new AgentDiagnostic.HostNotAllowed(
              host.at(),
              host.width(),
              text,
              "it is inside the cluster or the machine",
              "remove the line"));
    }
  }

  /** No basic role, and none that can give itself or others more. */
  private void narrow(AgentDeclaration.Grant grant) {
    Written<String> role = grant.role();
    CloudResource on = grant.on().value();
    String service = service(on.kind());
    String smaller = smaller(on.kind());
    int dot = role.value().indexOf('.');
    if (dot < 0 || role.value().toLowerCase(Locale.ROOT).endsWith("admin")) {
      wrong.add(new AgentDiagnostic.RoleTooWide(role.at(), role.width(), role.value(), smaller));
    } else if (!role.value().startsWith("roles/" + service + ".")) {
      wrong.add(
          new AgentDiagnostic.RoleOfOtherService(
              role.at(), role.width(), role.value(), on.toString(), service, smaller));
    }
  }

  private static String service(CloudResource.Kind kind) {
    return switch (kind) {
      case TOPIC, SUBSCRIPTION -> "pubsub";
      case SECRET -> "secretmanager";
      case REPOSITORY -> "artifactregistry";
      case DATASET -> "bigquery";
      case FOLDER -> "storage";
    };
  }

  private static String smaller(CloudResource.Kind kind) {
    return switch (kind) {
      case TOPIC -> "roles/pubsub.publisher";
      case SUBSCRIPTION -> "roles/pubsub.subscriber";
      case SECRET -> "roles/secretmanager.secretAccessor";
      case REPOSITORY -> "roles/artifactregistry.reader";
      case DATASET -> "roles/bigquery.dataViewer";
      case FOLDER -> "roles/storage.objectViewer";
    };
  }

  static Declared<IamGrant> grant(AgentDeclaration.Grant written) {
    return new Declared<>(
        new IamGrant(
            written.role().value(),
            written.on().value(),
            written.why().value(),
            written.until().map(Written::value)),
        written.role().origin());
  }
}
