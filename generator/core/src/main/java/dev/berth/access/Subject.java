package dev.berth.access;

import dev.berth.model.AgentId;
import dev.berth.model.Member;
import dev.berth.model.Name;
import dev.berth.plan.SecretController;
import java.util.Comparator;

/**
 * Somebody who may do something.
 *
 * @param text as users name it: {@code support/customer}, {@code team:support}, {@code
 *     group:support@example.com}, {@code user:avery@example.com}, {@code part:nodes}, {@code
 *     part:external-secrets/external-secrets-support}
 */
public record Subject(Kind kind, String text) implements Comparable<Subject> {

  /** What the nodes of every pool run as. */
  public static final Subject NODES = new Subject(Kind.PART, "part:nodes");

  /** The collectors of Managed Service for Prometheus. */
  public static final Subject METRICS = new Subject(Kind.PART, "part:metrics");

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::kind).thenComparing(Subject::text);

  /** What a subject is. */
  public enum Kind {
    AGENT,
    /** Every agent of one team, granted together. */
    TEAM,
    /** A person, or a group of them. */
    MEMBER,
    /** A part of the cluster that runs beside the agents. */
    PART
  }

  /** The account that copies the secrets of one team's agents. */
  public static Subject controller(SecretController controller) {
    return new Subject(Kind.PART, "part:" + controller.namespace() + "/" + controller.account());
  }

  public static Subject agent(AgentId id) {
    return new Subject(Kind.AGENT, id.toString());
  }

  /** Every agent of {@code team}. */
  public static Subject everyAgent(Name team) {
    return new Subject(Kind.TEAM, "team:" + team);
  }

  public static Subject member(Member member) {
    return new Subject(Kind.MEMBER, member.toString());
  }

  /** Agents first, parts of the cluster last. */
  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }
}
