package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong between agents, pools and machines. */
public sealed interface PoolDiagnostic extends FleetDiagnostic {

  /** A pool an environment does not have. */
  record NoSuchPool(SourcePoint at, int width, String pool, String environment, List<String> pools)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "environment " + environment + " has no pool `" + pool + "`";
    }

    @Override
    public String mend() {
      return Nearest.to(pool, pools)
              .map(near -> "write `pool: " + near + "`")
              .orElseGet(() -> "use one of " + String.join(", ", pools))
          + ", or add the pool in fleet.yaml";
    }
  }

  /** A machine type Berth knows no size of. */
  record UnknownMachine(SourcePoint at, int width, String machine, List<String> known)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "`" + machine + "` is not a machine type Berth knows";
    }

    @Override
    public String mend() {
      return Nearest.to(machine, known)
          .map(near -> "write `machine: " + near + "`")
          .orElse(
              "write `machine: e2-standard-2`, or another type of e2, n2, n2d, n4, c3, t2d or g2");
    }
  }

  /**
   * An agent no node of its pool can hold.
   *
   * @param carried whether what carries its knowledge takes its part of the node
   */
  record TooBigForPool(
      SourcePoint at,
      int width,
      String subject,
      String wanted,
      String offered,
      String pool,
      String machine,
      boolean carried,
      String environment)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "a "
          + subject
          + " of "
          + wanted
          + " does not fit pool "
          + pool
          + " of "
          + environment
          + ": one "
          + machine
          + " offers "
          + offered
          + (carried ? " beside what carries its knowledge" : "");
    }

    @Override
    public String mend() {
      return "lower it to " + offered + " or less, or give pool " + pool + " a larger machine";
    }
  }

  /** A label or taint under a prefix that belongs to somebody else. */
  record ReservedLabel(SourcePoint at, int width, String key, String prefix)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "`" + key + "` is under `" + prefix + "`, which is reserved";
    }

    @Override
    public String mend() {
      return "write `example.com/"
          + key.substring(key.indexOf('/') + 1)
          + "` with a domain of your own";
    }
  }

  /** Two environments with one knowledge bucket. */
  record SharedBucket(SourcePoint at, int width, String bucket, String environment)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "environment " + environment + " has the bucket `" + bucket + "` already";
    }

    @Override
    public String mend() {
      return "write another name here: each environment needs a bucket of its own";
    }
  }

  /** Pools that all keep the cluster's own pods away. */
  record NoPlainPool(SourcePoint at, int width, String environment) implements PoolDiagnostic {
    @Override
    public String what() {
      return "environment "
          + environment
          + " has no pool that takes GKE's own pods: each is spot, sandboxed or tainted";
    }

    @Override
    public String mend() {
      return "add `agents: { machine: e2-medium, nodes: 1-10, disk: 30Gi }` under `pools:`";
    }
  }

  /** An environment whose node account would have an illegal name. */
  record EnvironmentNameTooLong(SourcePoint at, int width, String environment, int most)
      implements PoolDiagnostic {
    @Override
    public String what() {
      return "`"
          + environment
          + "` has "
          + environment.length()
          + " characters, and an environment on GKE may have "
          + most
          + ": its nodes' service account is named after it";
    }

    @Override
    public String mend() {
      return "write `" + environment.substring(0, most).replaceAll("-+$", "") + "`";
    }
  }
}
