package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import java.util.stream.Stream;

/** A way out to names nobody has read. */
record WildcardEgress() implements AgentRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String reason() {
    return "whoever can make a name below a wildcard can receive what the agent sends";
  }

  @Override
  public String source() {
    return "https://cloud.google.com/kubernetes-engine/docs/how-to/fqdn-network-policies";
  }

  @Override
  public Stream<Finding> judge(AgentScene agent) {
    return agent.agent().egress().stream()
        .filter(host -> host.value().wildcard())
        .map(
            host ->
                finding(
                    host.from(),
                    agent.id(),
                    "%s may call every name that `%s` stands for"
                        .formatted(agent.id(), host.value()),
                    "name the hosts it needs in place of `%s`".formatted(host.value())));
  }
}
