package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** A role an agent may not be given, with the smaller one that does the job. */
public sealed interface RoleDiagnostic extends FleetDiagnostic {

  String role();

  /** What most agents need on such a resource, e.g. {@code roles/pubsub.publisher}. */
  String smaller();

  @Override
  default String mend() {
    return "write `role: " + smaller() + "`";
  }

  /** {@code roles/owner}, {@code roles/editor}, {@code roles/viewer} and their like. */
  record BasicRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` is a basic role: it opens thousands of things, in every service";
    }
  }

  /** A role that may change who has access. */
  record AdminRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` administers: it may delete things, or give itself and others more";
    }
  }

  /** A role on the cluster agents run in. */
  record ClusterRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` is about clusters: it reaches the pods and secrets of other agents";
    }
  }

  /** A role that makes tokens or keys of another identity, or acts as one. */
  record ImpersonatingRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` lets an agent act as another identity, or say who may";
    }

    @Override
    public String mend() {
      return "grant what that identity does, such as `role: " + smaller + "`";
    }
  }

  /** A role somebody made, which nobody can judge without asking Google what is in it today. */
  record CustomRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` is a custom role: what is in it cannot be judged here, and may change";
    }
  }

  /** A role that means nothing on its resource. */
  record RoleOfOtherService(
      SourcePoint at, int width, String role, String on, String service, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` means nothing on `" + on + "`, which takes roles of " + service;
    }
  }

  /** A role that runs queries, which are jobs of the project. */
  record QueryRole(SourcePoint at, int width, String role, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`"
          + role
          + "` is for running queries, which takes a role on the project, and no agent has one";
    }

    @Override
    public String mend() {
      return "write `role: " + smaller + "`, and read rows by tabledata.list, which needs no job";
    }
  }

  /** A role of the right service that is not on the list. */
  record RoleNotAllowed(
      SourcePoint at, int width, String role, String kind, List<String> allowed, String smaller)
      implements RoleDiagnostic {
    @Override
    public String what() {
      return "`" + role + "` is not a role an agent may have on a " + kind;
    }

    @Override
    public String mend() {
      return Nearest.to(role, allowed)
          .map(near -> "write `role: " + near + "`")
          .orElseGet(() -> "write `role: " + String.join("` or `role: ", allowed) + "`");
    }
  }
}
