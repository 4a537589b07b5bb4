package dev.berth.check;

import dev.berth.declare.AgentDeclaration;
import dev.berth.declare.Written;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.NetworkDiagnostic;
import dev.berth.model.Name;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether agents that call each other both say so. */
record CallCheck(List<Diagnostic> wrong) {

  /** One of the two lists, and the one that must answer it. */
  private record Side(
      String key,
      Function<AgentDeclaration, List<Written<Name>>> list,
      String otherKey,
      Function<AgentDeclaration, List<Written<Name>>> otherList) {}

  private static final List<Side> SIDES =
      List.of(
          new Side("calls", AgentDeclaration::calls, "callers", AgentDeclaration::callers),
          new Side("callers", AgentDeclaration::callers, "calls", AgentDeclaration::calls));

  void check(DeclaredTeam team) {
    Map<Name, DeclaredTeam.DeclaredAgent> agents = new LinkedHashMap<>();
    team.agents().forEach(agent -> agents.put(agent.name(), agent));
    boolean allRead = agents.size() == team.files();
    for (DeclaredTeam.DeclaredAgent agent : team.agents()) {
      for (Side side : SIDES) {
        Map<Name, Integer> lines = new HashMap<>();
        for (Written<Name> other : side.list().apply(agent.declaration())) {
          Optional<Integer> first =
              Optional.ofNullable(lines.putIfAbsent(other.value(), other.at().line()));
          if (first.isPresent()) {
            wrong.add(
                new NetworkDiagnostic.CallTwice(
                    other.at(), other.width(), other.value().text(), first.get()));
          } else if (other.value().equals(agent.name())) {
            wrong.add(
                new NetworkDiagnostic.CallsItself(
                    other.at(), other.width(), agent.name().text(), side.key()));
          } else if (agents.containsKey(other.value())) {
            bothSay(side, agent, other, agents.get(other.value()));
          } else if (allRead) {
            // A file with a mistake of its own may yet be the agent that is meant.
            List<String> others =
                agents.keySet().stream()
                    .filter(name -> !name.equals(agent.name()))
                    .map(Name::text)
                    .toList();
            wrong.add(
                new NetworkDiagnostic.NoSuchTeammate(
                    other.at(), other.width(), other.value().text(), team.name().text(), others));
          }
        }
      }
    }
  }

  private void bothSay(
      Side side,
      DeclaredTeam.DeclaredAgent agent,
      Written<Name> other,
      DeclaredTeam.DeclaredAgent answering) {
    List<String> answers =
        side.otherList().apply(answering.declaration()).stream()
            .map(written -> written.value().text())
            .toList();
    if (!answers.contains(agent.name().text())) {
      List<String> needed =
          Stream.concat(answers.stream(), Stream.of(agent.name().text())).toList();
      wrong.add(
          new NetworkDiagnostic.OneSidedCall(
              other.at(),
              other.width(),
              other.value().text(),
              side.key(),
              side.otherKey(),
              answering.file(),
              needed));
    }
  }
}
