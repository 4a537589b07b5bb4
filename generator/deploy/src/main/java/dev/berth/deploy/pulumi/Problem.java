package dev.berth.deploy.pulumi;

import java.util.List;

/** Why a run stopped. The catalogue is closed: every message is written here. */
public sealed interface Problem {

  /** One sentence in the user's terms, without a final stop. */
  String what();

  /** The command or edit that mends it. */
  String mend();

  /** The Pulumi command line is not on the PATH. */
  record NoCli() implements Problem {
    @Override
    public String what() {
      return "the Pulumi command line is not on the PATH";
    }

    @Override
    public String mend() {
      return "install Pulumi 3.205 or newer: https://www.pulumi.com/docs/install/";
    }
  }

  /** The Pulumi command line is there and of no use. */
  record BadCli(String said) implements Problem {
    @Override
    public String what() {
      return "the Pulumi command line is too old, or broken: " + said;
    }

    @Override
    public String mend() {
      return "install Pulumi 3.205 or newer: https://www.pulumi.com/docs/install/";
    }
  }

  /** A provider is neither installed nor to be fetched. */
  record NoPlugin(String plugin, String version) implements Problem {
    @Override
    public String what() {
      return "the Pulumi provider " + plugin + " " + version + " is not installed";
    }

    @Override
    public String mend() {
      return "pulumi plugin install resource " + plugin + " " + version;
    }
  }

  /** No place for the state has been chosen. */
  record NotLoggedIn() implements Problem {
    @Override
    public String what() {
      return "Pulumi does not know where to keep the state";
    }

    @Override
    public String mend() {
      return "pulumi login, or pulumi login gs://<bucket> to keep it in a bucket of yours";
    }
  }

  /** The state's secrets cannot be read. */
  record NoPassphrase() implements Problem {
    @Override
    public String what() {
      return "the passphrase of the stack's secrets is missing or another one";
    }

    @Override
    public String mend() {
      return "export PULUMI_CONFIG_PASSPHRASE_FILE=<a file that holds it>";
    }
  }

  /** Google does not know who asks. */
  record NoCredentials() implements Problem {
    @Override
    public String what() {
      return "there are no Google Cloud credentials";
    }

    @Override
    public String mend() {
      return "gcloud auth application-default login";
    }
  }

  /** The project is not there, or not for this user. */
  record NoProject(String said) implements Problem {
    @Override
    public String what() {
      return "Google Cloud does not give access to the project: " + said;
    }

    @Override
    public String mend() {
      return "set `project:` of the environment in fleet.yaml to one that `gcloud projects list`"
          + " shows";
    }
  }

  /** The cluster cannot be asked without Google's plugin. */
  record NoClusterLogin() implements Problem {
    @Override
    public String what() {
      return "gke-gcloud-auth-plugin, which logs in to the cluster, is not installed";
    }

    @Override
    public String mend() {
      return "gcloud components install gke-gcloud-auth-plugin";
    }
  }

  /** The fleet comes after the platform. */
  record NoPlatform(String stack) implements Problem {
    @Override
    public String what() {
      return "the platform stack " + stack + " is not up";
    }

    @Override
    public String mend() {
      return "berth up, which brings the platform up first";
    }
  }

  /**
   * Another run holds the stack, or held it when it was killed.
   *
   * @param holder user, host, process and time as Pulumi tells them
   * @param holderIsGone the holder ran on this host and does no more
   */
  record Locked(String holder, boolean holderIsGone) implements Problem {
    @Override
    public String what() {
      return "the stack is locked, " + holder + (holderIsGone ? ", which runs no more" : "");
    }

    @Override
    public String mend() {
      return holderIsGone ? "pulumi cancel" : "wait for that run to end";
    }
  }

  /**
   * A killed run left operations open: nobody knows whether they happened.
   *
   * @param resources names, sorted
   */
  record PendingOperations(List<String> resources) implements Problem {
    @Override
    public String what() {
      return "a run was killed while it made " + String.join(", ", resources);
    }

    @Override
    public String mend() {
      return "pulumi refresh --clear-pending-creates";
    }
  }

  /**
   * What must not go would have to go.
   *
   * @param resources names, sorted
   */
  record Protected(List<String> resources) implements Problem {
    @Override
    public String what() {
      return "protected from deletion: " + String.join(", ", resources);
    }

    @Override
    public String mend() {
      return "add `--keep-platform` to take down only teams and agents; what is really meant to go,"
          + " `pulumi state unprotect` in the stack's folder first";
    }
  }

  /**
   * In the cloud, and not in the state: a killed run made it and could not write that down.
   *
   * @param resources in the cloud's words
   */
  record AlreadyThere(List<String> resources) implements Problem {
    @Override
    public String what() {
      return "already there, and not of this stack: " + String.join(", ", resources);
    }

    @Override
    public String mend() {
      return "if a killed run of yours made it, delete it and run again; if it is somebody else's,"
          + " choose another name";
    }
  }

  /** Anything else, in the words of the engine or a provider. */
  record Failed(String said) implements Problem {
    @Override
    public String what() {
      return said;
    }

    @Override
    public String mend() {
      return "look up the message; `pulumi up` in the stack's folder shows all of it";
    }
  }
}
