package dev.berth.cli.laptop;

import dev.berth.cli.knowledge.Age;
import dev.berth.cli.print.Printable;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import dev.berth.local.gateway.Turn;
import java.time.Duration;

/** Why an agent did not answer, and what to do about it. */
public final class TurnProblem {

  private TurnProblem() {}

  /** Of an agent that runs and takes no turns now. */
  public static String notReady(AgentReport report) {
    String why = report.why().isEmpty() ? "" : ": " + Printable.line(report.why());
    String mend =
        report.mend().isEmpty()
            ? report.state() == AgentState.STARTING
                ? "ask again in a few seconds"
                : "see `berth logs " + report.id() + "`"
            : report.mend();
    return "%s is %s%s\nmend: %s".formatted(report.id(), RunningText.word(report), why, mend);
  }

  /** Of a turn that did not come to its end. */
  public static String of(AgentReport report, Turn.Failed failed, Duration silence) {
    String id = report.id();
    String where = "127.0.0.1:" + report.port();
    String said = failed.said().isEmpty() ? "" : ": " + Printable.line(failed.said());
    String logs = "`berth logs " + id + "` says more";
    return switch (failed.kind()) {
      case NOBODY -> "nothing of %s listens on %s\nmend: berth restart %s".formatted(id, where, id);
      case DENIED ->
          "the gateway of %s does not take its own token%s\nmend: berth restart %s"
              .formatted(id, said, id);
      case BUSY ->
          "%s takes no turns now%s\nmend: ask again in a while; `berth status %s` says how it is"
              .formatted(id, said, id);
      case REFUSED ->
          "the gateway of %s does not take that question (HTTP %d)%s\nmend: ask otherwise; %s"
              .formatted(id, failed.status(), said, logs);
      case RUN_FAILED ->
          "the turn of %s failed%s\nmend: check that its model answers (`berth explain %s` names it); %s"
              .formatted(id, said, id, logs);
      case CUT ->
          "the answer of %s broke off%s\nmend: ask again; %s"
              .formatted(id, failed.text().isEmpty() ? " before it began" : "", logs);
      case SILENT ->
          "%s said nothing for %s\nmend: check that its model answers (`berth explain %s` names it), or wait longer with `--timeout`"
              .formatted(id, Age.words(silence), id);
      case STRANGE ->
          "what answers on %s takes no questions over HTTP, so it is no gateway of OpenClaw that Berth started%s\nmend: berth restart %s"
              .formatted(where, failed.status() == 0 ? "" : " (HTTP " + failed.status() + ")", id);
    };
  }
}
