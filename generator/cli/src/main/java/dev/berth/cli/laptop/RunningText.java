package dev.berth.cli.laptop;

import dev.berth.cli.knowledge.Age;
import dev.berth.cli.print.Count;
import dev.berth.cli.print.Printable;
import dev.berth.cli.print.Wrapped;
import dev.berth.local.control.AgentReport;
import dev.berth.local.control.AgentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Agents of this machine for people: one a line, and what somebody would ask about below. */
public final class RunningText {

  private static final int STATE = 9;
  private static final int WHERE = 15;
  private static final int MOST_NAME = 30;

  /** The supervisor's words for an agent that ended because somebody asked it to. */
  private static final String ON_PURPOSE = "it was stopped";

  private RunningText() {}

  /** {@code ready}, {@code not ready}. */
  public static String word(AgentReport report) {
    return report.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code 127.0.0.1:41003}; a hyphen before there is a port. */
  public static String where(AgentReport report) {
    return report.port() == 0 || report.pid() == 0 ? "-" : "127.0.0.1:" + report.port();
  }

  /** The names' width that keeps the lines of several agents in columns. */
  public static int width(List<String> names) {
    return Math.min(MOST_NAME, names.stream().mapToInt(String::length).max().orElse(0));
  }

  /** Text with as many blanks as it takes to be {@code width} columns wide. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  public static List<String> lines(List<AgentReport> reports) {
    int width = width(reports.stream().map(AgentReport::id).toList());
    List<String> lines = new ArrayList<>();
    for (AgentReport report : reports) {
      String indent = " ".repeat(2 + width + 2);
      String head = "  " + padded(report.id(), width) + "  ";
      if (head.length() > indent.length()) {
        lines.add(head.stripTrailing());
        head = indent;
      }
      lines.addAll(Wrapped.pieces(head, indent, pieces(report), "  "));
      if (!why(report).isEmpty()) {
        lines.addAll(Wrapped.words(indent + "why   ", Printable.line(report.why())));
      }
      if (!report.mend().isEmpty()) {
        lines.addAll(Wrapped.words(indent + "mend  ", Printable.line(report.mend())));
      }
    }
    return lines;
  }

  private static List<String> pieces(AgentReport report) {
    List<String> pieces = new ArrayList<>();
    pieces.add(padded(word(report), STATE));
    pieces.add(padded(where(report), WHERE));
    if (report.memoryBytes() > 0) {
      pieces.add(
          "%d of %d MiB".formatted(report.memoryBytes() >> 20, report.memoryMostBytes() >> 20));
    }
    if (report.pid() != 0) {
      pieces.add("up " + age(report.upSeconds()));
    }
    report.pushedSecondsAgo().ifPresent(ago -> pieces.add("pushed " + age(ago) + " ago"));
    if (report.restarts() > 0) {
      pieces.add(Count.of(report.restarts(), "restart"));
    }
    if (!report.version().isEmpty()) {
      pieces.add("OpenClaw " + report.version());
    }
    return pieces;
  }

  /** Why it is as it is; empty where the state says all. */
  private static String why(AgentReport report) {
    return report.why().equals(ON_PURPOSE) ? "" : report.why();
  }

  private static String age(long seconds) {
    return Age.words(Duration.ofSeconds(seconds));
  }

  /** What one agent does now, on a line. */
  public static String event(AgentReport report) {
    String why = why(report).isEmpty() ? "" : ": " + Printable.line(why(report));
    return switch (report.state()) {
      case READY -> "ready " + where(report);
      case STOPPED -> "stopped" + why;
      default -> word(report) + why;
    };
  }

  /** What is wrong with one agent, and what to do about it. */
  public static String problem(AgentReport report) {
    String why =
        report.why().isEmpty() && report.state() != AgentState.READY
            ? "no reason is known"
            : report.why();
    return "%s is %s: %s\nmend: %s"
        .formatted(
            report.id(),
            word(report),
            Printable.line(why),
            report.mend().isEmpty() ? "see `berth logs " + report.id() + "`" : report.mend());
  }
}
