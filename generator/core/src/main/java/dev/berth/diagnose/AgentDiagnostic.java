package dev.berth.diagnose;

import dev.berth.source.SourcePoint;
import java.util.List;

/** What is wrong with an agent once its layers are merged. */
public sealed interface AgentDiagnostic extends FleetDiagnostic {

  /** No layer names a model. */
  record NoModel(SourcePoint at, String agent) implements AgentDiagnostic {
    @Override
    public String what() {
      return "no model is written for " + agent + ", its team or the fleet";
    }

    @Override
    public String mend() {
      return "add `model: anthropic/claude-sonnet-4-5` here, or under `defaults:` in fleet.yaml";
    }
  }

  /** A model of a provider Berth has no hosts for. */
  record UnknownProvider(
      SourcePoint at, int width, String provider, String model, List<String> known)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "`" + provider + "` is not a model provider Berth knows";
    }

    @Override
    public String mend() {
      return Nearest.to(provider, known)
          .map(near -> "write `model: " + near + "/" + model + "`")
          .orElseGet(() -> "use a model of " + String.join(", ", known));
    }
  }

  /** Berth's echo as the model of an agent that also runs where there is none. */
  record EchoOffLaptop(SourcePoint at, int width, String environment, String target)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "`berth/echo` answers on the target local alone, and the environment "
          + environment
          + " has the target "
          + target;
    }

    @Override
    public String mend() {
      return "write a real model here, and `model: berth/echo` under an environment with `target:"
          + " local` in fleet.yaml";
    }
  }

  /** An image whose tag does not say the version it must hold. */
  record ImageOfOtherVersion(SourcePoint at, int width, String tag, String version)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "the image's tag is `"
          + tag
          + "` and must start with the OpenClaw version, "
          + version;
    }

    @Override
    public String mend() {
      return "use an image tagged `"
          + version
          + "` or `"
          + version
          + "-slim`, or change `openclaw`";
    }
  }

  /** A host no agent may call. */
  record HostNotAllowed(SourcePoint at, int width, String host, String because, String instead)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "agents may not call `" + host + "`: " + because;
    }

    @Override
    public String mend() {
      return instead;
    }
  }

  /** A host that is written twice. */
  record HostTwice(SourcePoint at, int width, String host, int firstLine)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "`" + host + "` is written a second time; line " + firstLine + " has it already";
    }

    @Override
    public String mend() {
      return "remove the line";
    }
  }

  /** More is reserved than may be used. */
  record RequestOverLimit(SourcePoint at, int width, String resource, String request, String limit)
      implements AgentDiagnostic {
    @Override
    public String what() {
      return "the " + resource + " request of " + request + " is over its limit of " + limit;
    }

    @Override
    public String mend() {
      return "write `" + resource + ": " + limit + "` under `requests:`, or raise the limit";
    }
  }
}
