package dev.berth.rules;

import dev.berth.diagnose.Finding;
import dev.berth.diagnose.Severity;
import dev.berth.model.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Untrusted input, something worth stealing and a way out for it, together on one agent: what it is
 * told is what it does, so nothing but one of the three missing keeps the second from the third.
 */
record LethalTrio() implements AgentRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String reason() {
    return "an agent does what a stranger's message tells it to, so what it can read and where it"
        + " can send must not meet";
  }

  @Override
  public String source() {
    return "https://genai.owasp.org/llmrisk/llm01-prompt-injection/";
  }

  @Override
  public Stream<Finding> judge(AgentScene agent) {
    Optional<Channel> channel = agent.publicChannel();
    Optional<Broad> broad = channel.flatMap(open -> Broad.of(agent.agent()));
    if (channel.isEmpty() || broad.isEmpty()) {
      return Stream.empty();
    }
    List<PrivateReach> reach = PrivateReach.of(agent);
    if (reach.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        finding(
            broad.get().from(),
            agent.id(),
            "%s takes messages from strangers on %s, %s and may call %s"
                .formatted(
                    agent.id(), channel.get().kind(), reach.get(0).what(), broad.get().why()),
            mend(broad.get(), reach)));
  }

  /** What takes the fewest lines away. */
  private static String mend(Broad broad, List<PrivateReach> reach) {
    return broad.lines() > reach.size() ? reach.get(0).mend() : broad.mend();
  }
}
