package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.AgentDiagnostic;
import dev.berth.diagnose.Diagnostic;
import dev.berth.model.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the hosts an agent may call are ones agents may call at all. */
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
}
