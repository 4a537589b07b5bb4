package dev.berth.diagnose;

import dev.berth.source.SourcePoint;

/** What is wrong with a grant whose role and resource are each legal. */
public sealed interface GrantDiagnostic extends FleetDiagnostic {

  /** A role that is given on one resource twice. */
  record GrantTwice(SourcePoint at, int width, String role, String on, int firstLine)
      implements GrantDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` on " + on + " is given a second time; line " + firstLine + " has it";
    }

    @Override
    public String mend() {
      return "remove the line";
    }
  }

  /** A grant whose last day is behind us. */
  record GrantExpired(SourcePoint at, int width, String role, String on, String until, String today)
      implements GrantDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` on " + on + " was given until " + until + ", and it is " + today;
    }

    @Override
    public String mend() {
      return "remove the grant, or write a later day";
    }
  }

  /** A secret that is another agent's token or key. */
  record SecretOfAnotherAgent(SourcePoint at, int width, String secret, String owner, String own)
      implements GrantDiagnostic {
    @Override
    public String what() {
      return "`secret/" + secret + "` is a token or key of " + owner;
    }

    @Override
    public String mend() {
      return "keep what is needed under a name of its own, such as `on: secret/" + own + "`";
    }
  }

  /** A secret the agent reads anyway. */
  record SecretReadAlready(SourcePoint at, int width, String secret) implements GrantDiagnostic {
    @Override
    public String what() {
      return "the agent reads `secret/" + secret + "` already: it is its own token or key";
    }

    @Override
    public String mend() {
      return "remove the grant";
    }
  }

  /** More than one policy can name. */
  record TooManyPrincipals(
      SourcePoint at, String resource, int principals, int most, String instead)
      implements GrantDiagnostic {
    @Override
    public String what() {
      return "the policy of `"
          + resource
          + "` would name "
          + principals
          + " agents and teams, each once for every role, and a policy names at most "
          + most;
    }

    @Override
    public String mend() {
      return instead;
    }
  }
}
