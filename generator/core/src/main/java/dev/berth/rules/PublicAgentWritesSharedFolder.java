package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Access;
import dev.berth.model.Channel;
import java.util.Optional;
import java.util.stream.Stream;

/** What strangers tell one agent becomes what all the others know. */
record PublicAgentWritesSharedFolder() implements AgentRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "what a stranger gets written into a shared folder, every agent that reads it believes";
  }

  @Override
  public String source() {
    return "https://genai.owasp.org/resource/agentic-ai-threats-and-mitigations/";
  }

  @Override
  public Stream<Finding> judge(AgentScene agent) {
    Optional<Channel> channel = agent.publicChannel();
    return channel.stream()
        .flatMap(
            open ->
                agent.folders().entrySet().stream()
                    .filter(folder -> folder.getValue().value() == Access.READ_WRITE)
                    .map(
                        folder ->
                            finding(
                                folder.getValue().from(),
                                agent.id(),
                                "%s takes messages from strangers on %s and writes the shared folder `%s`"
                                    .formatted(agent.id(), open.kind(), folder.getKey()),
                                "write `%s: read-only`".formatted(folder.getKey()))));
  }
}
